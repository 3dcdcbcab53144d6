using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>A file of people to invite, looked at then sent; the terms, accepted with their proof; the first steps.</summary>
[Collection(MembresDuSite.Nom)]
public class FichiersEtConditionsTests(SiteDesMembres site)
{
    [Fact]
    public async Task Un_fichier_se_regarde_ligne_par_ligne_puis_s_envoie()
    {
        var o = await site.OrganisationAsync();
        var (_, _, client) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var membre = await site.CompteAsync();
        await site.RoleAsync(membre.Id, o.Id, Role.Aidant);
        var mot = site.Mot();
        var adresse = $"{LiensMembres.InviterParFichier}?organisation={o.Id}";
        using var vide = await DeposerAsync(client, adresse, "");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        using var faux = await DeposerAsync(client, adresse, "rien;du;tout\n1;2;3\n");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        AssertPage.Erreurs(await faux.LirePageAsync(), ErreursMembres.FichierColonnes.Message);

        using var regard = await DeposerAsync(client, adresse, $"courriel;prenom;nom;role\n{mot}a@example.org;Zoë;Essai;mediateur\n{mot}A@example.org;;;mediateur\n{membre.Courriel};;;aidant\npas une adresse;;;aidant\n{mot}b@example.org;=1+1;;aidant\n{mot}c@example.org;;;administrateur\n{mot}d@example.org;;;Aidant ou aidante\n");
        await AssertPage.StatutAsync(HttpStatusCode.OK, regard);
        var page = await regard.LirePageAsync();
        AssertPage.Dit(page, $"2 invitations prêtes pour {o.Nom}. Lignes lues : 7. Rien n’est encore envoyé.");
        foreach (var phrase in new[] { "Cette personne est déjà plus haut dans ce fichier, avec le même rôle.", ErreursMembres.DejaMembre.Message, ErreursComptes.Courriel.Message, ErreursMembres.Prenom.Message, ErreursMembres.RoleNonDonnable.Message })
        {
            AssertPage.Dit(page, phrase);
        }

        Assert.Equal(0, await CompterAsync(o.Id));
        var contenu = page.QuerySelector("input[name=Contenu]")!.GetAttribute("value")!;
        // One of the two was invited meanwhile: what was shown isn't what would be sent.
        using var deja = await SiteDesMembres.PosterAsync(client, LiensMembres.InviterDans(o.Id), ("Courriel", $"{mot}d@example.org"), ("Role", "aidant"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, deja);
        using var change = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}&handler=Envoyer", ("Contenu", contenu), ("Attendues", "2"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, change);
        Assert.Equal(1, await CompterAsync(o.Id));
        using var envoye = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}&handler=Envoyer", ("Contenu", contenu), ("Attendues", "1"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, envoye);
        Assert.Equal(2, await CompterAsync(o.Id));
        using var modele = await client.GetAsync($"{adresse}&handler=Modele");
        Assert.Contains("courriel", await modele.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task Sans_avoir_accepte_les_conditions_tout_mene_a_elles_sauf_la_sortie()
    {
        var o = await site.OrganisationAsync();
        var compte = await site.CompteAsync(conditions: false);
        await site.RoleAsync(compte.Id, o.Id, Role.GestionnaireStructure);
        using var client = await site.ConnecterAsync(compte.Id);
        foreach (var adresse in new[] { LiensComptes.Espace, LiensComptes.Organisations, LiensMembres.Membres, LiensComptes.ChoisirLOrganisation, LiensMembres.Inviter })
        {
            using var reponse = await client.GetAsync(adresse);
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
            Assert.Equal($"{LiensMembres.Conditions}?retour={Uri.EscapeDataString(adresse)}", reponse.Headers.Location!.ToString());
        }

        foreach (var adresse in new[] { LiensComptes.Deconnexion, LiensComptes.Droits, "/", "/lieux" })
        {
            await SiteDesMembres.StatutAsync(HttpStatusCode.OK, client, adresse);
        }

        // Neither does a form go through.
        using var formulaire = await SiteDesMembres.PosterAsync(client, LiensMembres.Conditions, LiensMembres.Equipes, ("Nom", "Équipe du quartier des Monts"));
        await AssertPage.StatutAsync(HttpStatusCode.TemporaryRedirect, formulaire);
        Assert.Equal($"{LiensMembres.Conditions}?handler=Saisie&retour={Uri.EscapeDataString(LiensMembres.Equipes)}", formulaire.Headers.Location?.ToString());
        Assert.False(await site.LireAsync(db => db.Set<Equipe>().AnyAsync(e => e.Nom == "Équipe du quartier des Monts")));
        // What was written is given back, to be copied; accepting leads to the page of the form.
        using var rendu = await SiteDesMembres.PosterAsync(client, LiensMembres.Conditions, formulaire.Headers.Location!.ToString(), ("Nom", "Équipe du quartier des Monts"));
        var rendue = await rendu.LirePageAsync();
        Assert.Equal("Équipe du quartier des Monts", rendue.QuerySelector("main textarea")!.TextContent);
        Assert.Equal(LiensMembres.Equipes, rendue.QuerySelector("main input[name=retour]")!.GetAttribute("value"));

        using var sansCocher = await SiteDesMembres.PosterAsync(client, LiensMembres.Conditions, ("Version", "1.0"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansCocher);
        using var ancienne = await SiteDesMembres.PosterAsync(client, LiensMembres.Conditions, ("Version", "0.9"), ("Accepte", "true"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, ancienne);
        using var acceptees = await SiteDesMembres.PosterAsync(client, LiensMembres.Conditions, ("Version", "1.0"), ("Accepte", "true"), ("retour", LiensComptes.Organisations));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, acceptees);
        Assert.Equal(LiensComptes.Organisations, acceptees.Headers.Location!.ToString());
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, client, LiensComptes.Organisations);
        var preuve = await site.LireAsync(db => db.Set<AcceptationDesConditions>().SingleAsync(a => a.Compte == compte.Id));
        Assert.Equal(("1.0", site.Horloge.Instant), (preuve.Version, preuve.Le));
        Assert.Equal(VersionsDesConditions.DuProduit().Toutes[0].Empreinte, preuve.Empreinte);
        AssertPage.Dit(await client.LirePageAsync(LiensMembres.Conditions), "Vous avez accepté ces conditions.");
        using var dehors = await SiteDesMembres.PosterAsync(client, LiensMembres.PremiersPas, LiensMembres.Conditions, ("Version", "1.0"), ("Accepte", "true"), ("retour", "//ailleurs.example.org"));
        Assert.Equal(LiensComptes.Espace, dehors.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Une_nouvelle_version_se_demande_le_jour_ou_elle_commence_a_qui_avait_accepte_l_ancienne()
    {
        var compte = await site.CompteAsync(conditions: false);
        var versions = VersionsDesConditions.DuProduit();
        await ResteAsync(HorlogeFactice.Depart, accepter: true);
        async Task<string?> ResteAsync(DateTimeOffset instant, bool accepter = false)
        {
            using var memoire = new MemoryCache(new MemoryCacheOptions());
            return await site.AvecBaseAsync(async db =>
            {
                var conditions = new ConditionsDUtilisation(db, versions, memoire, new HorlogeFactice(instant));
                var version = await conditions.AAccepterAsync(compte.Id, TestContext.Current.CancellationToken);
                if (accepter)
                {
                    await conditions.AccepterAsync(compte.Id, version!, TestContext.Current.CancellationToken);
                }

                return version?.Cle;
            },
            "systeme:demarrage");
        }

        // Midnight in Paris, not in Greenwich.
        var minuit = new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero);
        Assert.Null(await ResteAsync(minuit.AddSeconds(-1)));
        Assert.Equal("1.1", await ResteAsync(minuit, accepter: true));
        Assert.Null(await ResteAsync(minuit));
    }

    [Fact]
    public async Task Les_premiers_pas_sont_ceux_du_role_se_cochent_et_se_cachent()
    {
        var o = await site.OrganisationAsync();
        var compte = await site.CompteAsync();
        await site.RoleAsync(compte.Id, o.Id, Role.GestionnaireStructure);
        using var client = await site.ConnecterAsync(compte.Id, Facteur.LienEtCode);
        static string[] Restants(IHtmlDocument page) => [.. page.QuerySelectorAll("main ol a").Select(AssertPage.Texte)];
        Assert.Equal(
            ["Choisir une clé d’accès pour se connecter sans mot de passe", "Vérifier votre nom", "Rattacher un lieu d’accueil à votre organisation", "Inviter un collègue", "Lire ce que votre rôle vous permet"],
            Restants(await client.LirePageAsync(LiensComptes.Espace)));
        await site.AjouterAsync(new LieuDOrganisation { Organisation = o.Id, Lieu = "x", AjouteLe = site.Horloge.Instant });
        using var autre = await site.ConnecterAsync(compte.Id, Facteur.Passkey);
        using var coche = await SiteDesMembres.PosterAsync(client, LiensComptes.Espace, LiensMembres.PremiersPas, ("pas", "Nom"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, coche);
        using var encore = await SiteDesMembres.PosterAsync(client, LiensComptes.Espace, LiensMembres.PremiersPas, ("pas", "Nom"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, encore);
        Assert.Equal(["Inviter un collègue", "Lire ce que votre rôle vous permet"], Restants(await client.LirePageAsync(LiensComptes.Espace)));
        foreach (var faux in new[] { "Lieu", "Rien", "" })
        {
            using var refus = await SiteDesMembres.PosterAsync(client, LiensComptes.Espace, LiensMembres.PremiersPas, ("pas", faux));
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, refus);
        }

        using var cache = await SiteDesMembres.PosterAsync(client, LiensComptes.Espace, LiensMembres.PremiersPas, ("pas", PremierPasFait.Masquer));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, cache);
        Assert.Empty(Restants(await client.LirePageAsync(LiensComptes.Espace)));
        using var montre = await SiteDesMembres.PosterAsync(client, LiensMembres.PremiersPas, $"{LiensMembres.PremiersPas}?handler=Montrer");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, montre);
        Assert.Equal(2, Restants(await client.LirePageAsync(LiensMembres.PremiersPas)).Length);
    }

    private Task<int> CompterAsync(Guid organisation) => site.LireAsync(db => db.Set<Invitation>().CountAsync(i => i.Organisation == organisation));

    private static async Task<HttpResponseMessage> DeposerAsync(HttpClient client, string adresse, string fichier)
    {
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(SiteDesMembres.Jeton(await client.LirePageAsync(adresse))), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(fichier)), "Fichier", "invitations.csv" },
        };
        return await client.PostAsync(adresse, contenu);
    }
}
