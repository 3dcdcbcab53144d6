using System.Net;
using System.Text.RegularExpressions;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>An invitation: sent, accepted after signing in by its address alone, once; refused in every other case.</summary>
[Collection(MembresDuSite.Nom)]
public partial class InvitationsTests(SiteDesMembres site)
{
    [Fact]
    public async Task Le_message_part_avec_le_lien_qui_n_est_ecrit_nulle_part()
    {
        var (o, _, client) = await MaisonAsync();
        var (adresse, jeton) = await InviterAsync(client, o);
        var message = site.Boite.Messages.Single(m => m.A == adresse);
        Assert.Contains("médiateur ou médiatrice numérique", message.Texte, StringComparison.Ordinal);
        Assert.Contains(o.Nom, message.Objet, StringComparison.Ordinal);
        AssertPage.Dit(await client.LirePageAsync($"{LiensMembres.Invitations}?organisation={o.Id}"), adresse);
        foreach (var requete in new[] { "SELECT count(*) FROM noyau.journal WHERE coalesce(avant, '') || coalesce(apres, '') || processus LIKE '%' || $1 || '%'", "SELECT count(*) FROM noyau.evenements WHERE charge::text LIKE '%' || $1 || '%'" })
        {
            Assert.Equal(0L, await site.Base.LireAsync<long>(requete, jeton));
            Assert.Equal(0L, await site.Base.LireAsync<long>(requete, adresse));
        }

        client.Dispose();
    }

    [Fact]
    public async Task Qui_n_a_pas_de_compte_en_cree_un_choisit_un_facteur_puis_accepte()
    {
        var (o, _, client) = await MaisonAsync();
        var (adresse, jeton) = await InviterAsync(client, o);
        using var nouveau = site.NouveauClient();
        var lien = LiensMembres.Invitation(jeton);
        var page = await nouveau.LirePageAsync(lien);
        AssertPage.Dit(page, o.Nom);
        Assert.Equal("Dominique", page.QuerySelector("#Prenom")!.GetAttribute("value"));
        using var formule = await SiteDesMembres.PosterAsync(nouveau, lien, $"{lien}?handler=Creer", ("Prenom", "=cmd|' /C calc'!A0"), ("Nom", ""));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, formule);
        AssertPage.Erreurs(await formule.LirePageAsync(), ErreursMembres.Prenom.Message, ErreursMembres.NomDePersonne.Message);

        using var cree = await SiteDesMembres.PosterAsync(nouveau, lien, $"{lien}?handler=Creer", ("Prenom", "Dominique"), ("Nom", "Essai"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, cree);
        Assert.Equal(LiensComptes.PremierFacteur, cree.Headers.Location!.ToString());
        var compte = await site.LireAsync(db => db.Set<Compte>().SingleAsync(c => c.CleDuCourriel == adresse));
        // The link alone opens no session: nothing but the choice of a factor.
        foreach (var ferme in (string[])[LiensComptes.Espace, LiensComptes.MonCompte, LiensDonneesPersonnelles.MesDonnees, LiensMembres.Conditions])
        {
            await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, nouveau, ferme);
        }

        Assert.Equal(0, await site.LireAsync(db => db.Set<Session>().CountAsync(x => x.Compte == compte.Id)));
        Assert.Equal(0, await RolesAsync(compte.Id));

        // The browser was closed: the same link opens again, as long as there is no factor.
        using var autreNavigateur = site.NouveauClient();
        using var reprise = await SiteDesMembres.PosterAsync(autreNavigateur, lien, $"{lien}?handler=Creer");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reprise);

        // A factor, then back to the invitation, signed in.
        var premier = await autreNavigateur.LirePageAsync(LiensComptes.PremierFacteur);
        var graine = Base32.Lire(premier.QuerySelector(".fa-graine")!.TextContent)!;
        using var choisi = await SiteDesMembres.PosterAsync(autreNavigateur, LiensComptes.PremierFacteur, LiensComptes.PremierFacteur, ("Code", CodeTemporel.Calculer(graine, CodeTemporel.PasDe(site.Horloge.Instant))), ("Graine", premier.QuerySelector("input[name=Graine]")!.GetAttribute("value")!));
        await AssertPage.StatutAsync(HttpStatusCode.OK, choisi);
        Assert.Contains((await choisi.LirePageAsync()).QuerySelectorAll("main a"), a => a.GetAttribute("href") == lien);
        using var plusRien = await SiteDesMembres.PosterAsync(site.NouveauClient(), lien, $"{lien}?handler=Creer");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, plusRien);

        var connecte = autreNavigateur;
        using var acceptee = await SiteDesMembres.PosterAsync(connecte, lien, $"{lien}?handler=Accepter");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, acceptee);
        Assert.Equal(1, await RolesAsync(compte.Id));
        // The terms come first, then the work.
        await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, connecte, LiensMembres.MembresDe(o.Id));
        using var conditions = await SiteDesMembres.PosterAsync(connecte, LiensMembres.Conditions, ("Version", "1.0"), ("Accepte", "true"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, conditions);
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, connecte, LiensMembres.MembresDe(o.Id));

        // Replayed, by them or by another: nothing more.
        using var rejouee = await SiteDesMembres.PosterAsync(connecte, LiensMembres.Membres, $"{lien}?handler=Accepter");
        Assert.NotEqual(HttpStatusCode.Redirect, rejouee.StatusCode);
        using var page410 = await site.NouveauClient().GetAsync(lien);
        await AssertPage.StatutAsync(HttpStatusCode.Gone, page410);
        AssertPage.Dit(await page410.LirePageAsync(), ErreursMembres.InvitationAcceptee.Message);
        client.Dispose();
    }

    [Fact]
    public async Task Avec_un_facteur_le_lien_seul_n_ouvre_plus_rien()
    {
        var (o, _, client) = await MaisonAsync();
        var (adresse, jeton) = await InviterAsync(client, o);
        var lien = LiensMembres.Invitation(jeton);
        using var nouveau = site.NouveauClient();
        using var cree = await SiteDesMembres.PosterAsync(nouveau, lien, $"{lien}?handler=Creer", ("Prenom", "Dominique"), ("Nom", "Essai"));
        var compte = await site.LireAsync(db => db.Set<Compte>().SingleAsync(c => c.CleDuCourriel == adresse));
        await site.AvecBaseAsync(
            async db =>
            {
                db.Add(new CodeImprime { Id = Identifiants.Nouveau(site.Horloge), Compte = compte.Id, Sel = new byte[CodeImprime.OctetsDeSel], Empreinte = new byte[32], CreeLe = site.Horloge.Instant });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        using var voleur = site.NouveauClient();
        using var refus = await SiteDesMembres.PosterAsync(voleur, lien, $"{lien}?handler=Creer");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, refus);
        await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, voleur, LiensComptes.Espace);
        client.Dispose();
    }

    [Fact]
    public async Task Un_compte_connu_se_connecte_d_abord_et_un_autre_compte_est_refuse()
    {
        var (o, _, client) = await MaisonAsync();
        var (invite, autre) = (await site.CompteAsync(), await site.CompteAsync());
        var (_, jeton) = await InviterAsync(client, o, invite.Courriel.ToUpperInvariant());
        var lien = LiensMembres.Invitation(jeton);
        using var inconnu = site.NouveauClient();
        var page = await inconnu.LirePageAsync(lien);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == $"/connexion?retour={Uri.EscapeDataString(lien)}");
        var (_, sansCompte) = await InviterAsync(client, o);
        using var creation = await SiteDesMembres.PosterAsync(inconnu, LiensMembres.Invitation(sansCompte), $"{lien}?handler=Creer", ("Prenom", "A"), ("Nom", "B"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, creation);

        using var autreClient = await site.ConnecterAsync(autre.Id);
        AssertPage.Dit(await autreClient.LirePageAsync(lien), $"Vous êtes connecté avec le compte de {autre.NomComplet}");
        using var refus = await SiteDesMembres.PosterAsync(autreClient, lien, $"{lien}?handler=Accepter");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, refus);
        AssertPage.Erreurs(await refus.LirePageAsync(), ErreursMembres.InvitationAutreAdresse.Message);
        Assert.Equal(0, await RolesAsync(autre.Id));

        using var bonClient = await site.ConnecterAsync(invite.Id);
        using var acceptee = await SiteDesMembres.PosterAsync(bonClient, lien, $"{lien}?handler=Accepter");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, acceptee);
        Assert.Equal(1, await RolesAsync(invite.Id));
        client.Dispose();
    }

    [Fact]
    public async Task Deux_cents_acceptations_a_la_fois_donnent_un_seul_role()
    {
        var (o, _, client) = await MaisonAsync();
        var invite = await site.CompteAsync();
        var (_, jeton) = await InviterAsync(client, o, invite.Courriel);
        var lien = LiensMembres.Invitation(jeton);
        using var connecte = await site.ConnecterAsync(invite.Id);
        var anti = SiteDesMembres.Jeton(await connecte.LirePageAsync(lien));
        var reponses = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            using var contenu = new FormUrlEncodedContent([new("__RequestVerificationToken", anti)]);
            using var reponse = await connecte.PostAsync($"{lien}?handler=Accepter", contenu);
            return reponse.StatusCode;
        }));
        Assert.Equal(1, reponses.Count(r => r == HttpStatusCode.Redirect));
        Assert.All(reponses.Where(r => r != HttpStatusCode.Redirect), r => Assert.True(r is HttpStatusCode.Conflict or HttpStatusCode.Gone, r.ToString()));
        Assert.Equal(1, await RolesAsync(invite.Id));
        client.Dispose();
    }

    [Fact]
    public async Task Un_lien_altere_expire_renvoye_ou_annule_ne_sert_pas()
    {
        var (o, _, client) = await MaisonAsync();
        var invite = await site.CompteAsync();
        var (_, jeton) = await InviterAsync(client, o, invite.Courriel);
        using var connecte = await site.ConnecterAsync(invite.Id);
        foreach (var faux in new[] { jeton[..^1], jeton[..^2] + (jeton[^2] == 'A' ? "B" : "A") + jeton[^1], jeton[1..], jeton + "A", "inconnu", new string('A', 5000), "..%2f" })
        {
            using var reponse = await connecte.GetAsync(LiensMembres.Invitation(faux));
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        }

        // Sent again: the older link says so.
        var invitation = await site.LireAsync(db => db.Set<Invitation>().SingleAsync(i => i.CleDuCourriel == invite.CleDuCourriel));
        var liste = $"{LiensMembres.Invitations}?organisation={o.Id}";
        using var renvoyee = await SiteDesMembres.PosterAsync(client, liste, $"{liste}&handler=Renvoyer", ("invitation", invitation.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, renvoyee);
        var nouveau = await JetonAsync(invite.Courriel, sauf: jeton);
        await DitAsync(connecte, jeton, HttpStatusCode.Gone, ErreursMembres.InvitationRemplacee);
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, connecte, LiensMembres.Invitation(nouveau));

        // Eight days later.
        await site.AvecBaseAsync(db => db.Set<Invitation>().Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.ExpireLe, site.Horloge.Instant)), "administrateur");
        await DitAsync(connecte, nouveau, HttpStatusCode.Gone, ErreursMembres.InvitationExpiree);
        AssertPage.Dit(await client.LirePageAsync(liste), "durée dépassée");

        using var annulee = await SiteDesMembres.PosterAsync(client, liste, $"{liste}&handler=Annuler", ("invitation", invitation.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, annulee);
        await DitAsync(connecte, nouveau, HttpStatusCode.Gone, ErreursMembres.InvitationAnnulee);
        using var encore = await SiteDesMembres.PosterAsync(client, liste, $"{liste}&handler=Annuler", ("invitation", invitation.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        using var inconnue = await SiteDesMembres.PosterAsync(client, liste, $"{liste}&handler=Renvoyer", ("invitation", site.Id().ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, inconnue);
        Assert.Equal(0, await RolesAsync(invite.Id));
        client.Dispose();
    }

    [Fact]
    public async Task Une_organisation_fermee_ou_un_inviteur_sans_droit_rendent_l_invitation_vaine()
    {
        var (o, gestionnaire, client) = await MaisonAsync();
        var (un, autre) = (await site.CompteAsync(), await site.CompteAsync());
        var (_, jeton) = await InviterAsync(client, o, un.Courriel);
        var (o2, _, client2) = await MaisonAsync();
        var (_, jeton2) = await InviterAsync(client2, o2, autre.Courriel);
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        await site.AvecBaseAsync(
            async db =>
            {
                (await db.Set<Appartenance>().SingleAsync(a => a.Id == gestionnaire.Id)).Terminer(site.Horloge.Instant, null);
                (await db.Set<Organisation>().SingleAsync(x => x.Id == o2.Id)).FermeeLe = site.Horloge.Instant;
                return await db.SaveChangesAsync();
            },
            "administrateur");
        using var c1 = await site.ConnecterAsync(un.Id);
        using var c2 = await site.ConnecterAsync(autre.Id);
        await DitAsync(c1, jeton, HttpStatusCode.Gone, ErreursMembres.InvitationSansDroit);
        await DitAsync(c2, jeton2, HttpStatusCode.Gone, ErreursMembres.OrganisationFermee);
        client.Dispose();
        client2.Dispose();
    }

    [Fact]
    public async Task Une_invitation_impossible_se_dit_et_rien_ne_se_perd()
    {
        var (o, _, client) = await MaisonAsync();
        var membre = await site.CompteAsync();
        await site.RoleAsync(membre.Id, o.Id, Role.Aidant);
        var adresse = LiensMembres.InviterDans(o.Id);
        async Task<string[]> ErreursAsync(string courriel, string role, string departements = "")
        {
            using var reponse = await SiteDesMembres.PosterAsync(client, adresse, ("Courriel", courriel), ("Prenom", "Dominique"), ("Role", role), ("Departements", departements));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
            var page = await reponse.LirePageAsync();
            Assert.Equal("Dominique", page.QuerySelector("#Prenom")!.GetAttribute("value"));
            return [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(AssertPage.Texte)];
        }

        Assert.Equal([ErreursComptes.Courriel.Message, ErreursMembres.RoleInconnu.Message], await ErreursAsync("pas une adresse", ""));
        Assert.Equal([ErreursMembres.RoleNonDonnable.Message], await ErreursAsync("x@example.org", "administrateur"));
        Assert.Equal([ErreursMembres.DejaMembre.Message], await ErreursAsync(membre.Courriel, "aidant"));
        await InviterAsync(client, o, "deux-fois@example.org");
        Assert.Equal([ErreursMembres.DejaInvite.Message], await ErreursAsync("DEUX-fois@example.org", "mediateur"));
        client.Dispose();
    }

    private async Task DitAsync(HttpClient client, string jeton, HttpStatusCode statut, FaireAvec.Kernel.Resultats.Erreur erreur)
    {
        using var reponse = await client.GetAsync(LiensMembres.Invitation(jeton));
        await AssertPage.StatutAsync(statut, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), erreur.Message);
    }

    private async Task<(Organisation Organisation, Appartenance Role, HttpClient Client)> MaisonAsync()
    {
        var o = await site.OrganisationAsync();
        var (_, role, client) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        return (o, role, client);
    }

    private async Task<(string Adresse, string Jeton)> InviterAsync(HttpClient client, Organisation o, string? courriel = null)
    {
        var adresse = courriel ?? $"{site.Mot()}@example.org";
        using var reponse = await SiteDesMembres.PosterAsync(client, LiensMembres.InviterDans(o.Id), ("Courriel", adresse), ("Prenom", "Dominique"), ("Role", "mediateur"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return (adresse, await JetonAsync(adresse));
    }

    private async Task<string> JetonAsync(string adresse, string? sauf = null)
    {
        string? jeton = null;
        await Attente.QueAsync("the message left", () =>
        {
            jeton = site.Boite.Messages.Where(m => m.A == adresse).Select(m => Lien().Match(m.Texte).Groups["jeton"].Value).FirstOrDefault(j => j != sauf);
            return jeton is not null;
        });
        return jeton!;
    }

    private Task<int> RolesAsync(Guid compte) => site.LireAsync(db => db.Set<Appartenance>().CountAsync(a => a.Compte == compte && a.Fin == null));

    [GeneratedRegex("https://faireavec\\.example\\.org/invitation/(?<jeton>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lien();
}
