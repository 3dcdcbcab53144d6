using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>Two organisations become one, and the undoing gives back exactly what was.</summary>
[Collection(MembresDuSite.Nom)]
public class ReunionsTests(SiteDesMembres site)
{
    private static readonly DateOnly Hier = new(2026, 1, 1);

    [Fact]
    public async Task L_apercu_dit_ce_qui_part_puis_la_reunion_se_fait_et_se_defait_exactement()
    {
        var (a, b) = (await site.OrganisationAsync("Maison qui part"), await site.OrganisationAsync("Maison qui reste"));
        var affiliee = await site.OrganisationAsync(reseau: a.Id);
        var (mediatrice, commune) = (await site.CompteAsync("Dominique"), await site.CompteAsync("Andrea"));
        await site.RoleAsync(mediatrice.Id, a.Id, Role.Mediateur);
        await site.RoleAsync(commune.Id, a.Id, Role.Referent);
        await site.RoleAsync(commune.Id, b.Id, Role.Referent);
        await site.AjouterAsync(
            Fonction(a, FaireAvec.Comptes.Domain.Fonction.HabiliteeMandats), Fonction(a, FaireAvec.Comptes.Domain.Fonction.QualifieePass, new DateOnly(2027, 6, 1)), Fonction(b, FaireAvec.Comptes.Domain.Fonction.QualifieePass),
            Lieu(a, "lieu-1"), Lieu(a, "lieu-2"), Lieu(b, "lieu-2"),
            new Equipe { Id = site.Id(), Organisation = a.Id, Nom = "Équipe qui part", CreeeLe = site.Horloge.Instant },
            new ClientApi { Id = site.Id(), Nom = "Logiciel qui s’arrête", Organisation = a.Id, Etendues = ["evenements:lire"], Portee = Portee.Organisation, CreeLe = site.Horloge.Instant });
        var avant = await EtatAsync(a, b);
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        using var membre = await site.ConnecterAsync(mediatrice.Id);
        var adresse = $"{LiensMembres.Reunir}?absorbee={a.Numero}&gardee={b.Numero}";
        var apercu = await client.LirePageAsync(adresse);
        foreach (var phrase in new[] { "Dominique", "référent ou référente (elle l’a déjà)", "Habilitée pour les mandats", "Qualifiée pour le pass numérique (elle l’a déjà)", "lieu-2 (elle l’a déjà)", "Équipe qui part", affiliee.Nom, "Logiciel qui s’arrête" })
        {
            AssertPage.Dit(apercu, phrase);
        }

        using var sansMotif = await SiteDesMembres.PosterAsync(client, adresse, LiensMembres.Reunir, ("Absorbee", a.Id.ToString()), ("Gardee", b.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
        Assert.Equal(avant, await EtatAsync(a, b));

        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        using var faite = await SiteDesMembres.PosterAsync(client, adresse, LiensMembres.Reunir, ("Absorbee", a.Id.ToString()), ("Gardee", b.Id.ToString()), ("Motif", "Créée deux fois"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, faite);
        var entreDeux = await EtatAsync(a, b);
        Assert.DoesNotContain(entreDeux, e => e.Contains($" {a.Numero} ", StringComparison.Ordinal));
        Assert.Contains($"membre {b.Numero} {mediatrice.Id} Mediateur ", entreDeux);
        AssertPage.Dit(await membre.LirePageAsync(LiensComptes.Espace), "Maison qui reste");
        AssertPage.Dit(await client.LirePageAsync(LiensMembres.Organisation(a.Id)), "Cette organisation est réunie à Maison qui reste");

        // Done once: the one that went isn't there to be merged again.
        using var encore = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunir, LiensMembres.Reunir, ("Absorbee", a.Id.ToString()), ("Gardee", b.Id.ToString()), ("Motif", "Encore"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);

        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        var reunion = await site.LireAsync(db => db.Set<Reunion>().SingleAsync(r => r.Absorbee == a.Id));
        AssertPage.Dit(await client.LirePageAsync(LiensMembres.Reunions), "Créée deux fois");
        using var defaite = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunions, ("reunion", reunion.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, defaite);
        Assert.Equal(avant, await EtatAsync(a, b));
        using var deuxFois = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunions, ("reunion", reunion.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, deuxFois);
        using var inconnue = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunions, ("reunion", site.Id().ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, inconnue);
        // The past isn't rewritten: during the merge, she worked for the other one.
        Assert.Equal(3, await site.LireAsync(db => db.Set<Appartenance>().CountAsync(x => x.Compte == mediatrice.Id)));
    }

    [Fact]
    public async Task Un_role_fini_depuis_la_reunion_ne_revient_pas()
    {
        var (a, b) = (await site.OrganisationAsync(), await site.OrganisationAsync());
        var parti = await site.CompteAsync();
        await site.RoleAsync(parti.Id, a.Id, Role.Aidant);
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        await ReunirAsync(client, a, b);
        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        await site.AvecBaseAsync(
            async db =>
            {
                (await db.Set<Appartenance>().SingleAsync(x => x.Compte == parti.Id && x.Organisation == b.Id)).Terminer(site.Horloge.Instant, "Départ");
                return await db.SaveChangesAsync();
            },
            "administrateur");
        var reunion = await site.LireAsync(db => db.Set<Reunion>().SingleAsync(r => r.Absorbee == a.Id));
        using var defaite = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunions, ("reunion", reunion.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, defaite);
        Assert.False(await site.LireAsync(db => db.Set<Appartenance>().AnyAsync(x => x.Compte == parti.Id && x.Fin == null)));
    }

    [Fact]
    public async Task Deux_roles_qui_s_excluent_empechent_la_reunion()
    {
        var (a, b) = (await site.OrganisationAsync(), await site.OrganisationAsync());
        var qui = await site.CompteAsync();
        await site.RoleAsync(qui.Id, a.Id, Role.Instructeur);
        await site.RoleAsync(qui.Id, b.Id, Role.GestionnaireStructure);
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        AssertPage.Dit(await client.LirePageAsync($"{LiensMembres.Reunir}?absorbee={a.Numero}&gardee={b.Numero}"), "Qui demande ne s’instruit pas soi-même.");
        using var reponse = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunir, ("Absorbee", a.Id.ToString()), ("Gardee", b.Id.ToString()), ("Motif", "Essai"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reponse);
        Assert.True(await site.LireAsync(db => db.Set<Organisation>().AnyAsync(o => o.Id == a.Id && o.FusionneeDans == null)));
    }

    [Fact]
    public async Task Des_reunions_enchainees_se_defont_dans_l_ordre_inverse()
    {
        var (a, b, c) = (await site.OrganisationAsync(), await site.OrganisationAsync(), await site.OrganisationAsync());
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        await ReunirAsync(client, a, b);
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        await ReunirAsync(client, b, c);
        var premiere = await site.LireAsync(db => db.Set<Reunion>().SingleAsync(r => r.Absorbee == a.Id));
        using var tropTot = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunions, ("reunion", premiere.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, tropTot);
        AssertPage.Erreurs(await tropTot.LirePageAsync(), ErreursMembres.ReunionRecouverte.Message);
    }

    [Fact]
    public async Task Pendant_une_reunion_personne_n_entre_dans_l_organisation_qui_part()
    {
        var (a, b) = (await site.OrganisationAsync(), await site.OrganisationAsync());
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        var adresse = $"{LiensMembres.Reunir}?absorbee={a.Numero}&gardee={b.Numero}";
        var jeton = SiteDesMembres.Jeton(await client.LirePageAsync(adresse));
        var comptes = new List<Compte>();
        for (var i = 0; i < 30; i++)
        {
            comptes.Add(await site.CompteAsync());
        }

        async Task<HttpStatusCode> EnvoyerAsync(string vers, params KeyValuePair<string, string>[] champs)
        {
            using var contenu = new FormUrlEncodedContent([.. champs, new("__RequestVerificationToken", jeton)]);
            using var reponse = await client.PostAsync(vers, contenu);
            return reponse.StatusCode;
        }

        var dons = comptes.Select(c => EnvoyerAsync(LiensMembres.DonnerA(a.Id, c.Id), new KeyValuePair<string, string>("Role", "aidant"))).ToList();
        dons.Insert(10, EnvoyerAsync(LiensMembres.Reunir, new("Absorbee", a.Id.ToString()), new("Gardee", b.Id.ToString()), new("Motif", "Essai")));
        var statuts = await Task.WhenAll(dons);
        Assert.Equal(HttpStatusCode.Redirect, statuts[10]);
        // Each one has their role in the organisation that stays, or was refused because the other one had gone.
        var donnes = statuts.Where((_, i) => i != 10).Count(s => s == HttpStatusCode.Redirect);
        Assert.All(statuts, s => Assert.True(s is HttpStatusCode.Redirect or HttpStatusCode.Conflict or HttpStatusCode.BadRequest, s.ToString()));
        Assert.Equal((0, donnes), (await CompterAsync(a), await CompterAsync(b)));
    }

    [Fact]
    public async Task Un_numero_inconnu_ou_deux_fois_le_meme_se_dit()
    {
        var a = await site.OrganisationAsync();
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        await SiteDesMembres.StatutAsync(HttpStatusCode.BadRequest, client, $"{LiensMembres.Reunir}?absorbee={a.Numero}&gardee=INCONNU");
        await SiteDesMembres.StatutAsync(HttpStatusCode.BadRequest, client, $"{LiensMembres.Reunir}?absorbee={a.Numero}&gardee={a.Numero}");
        Assert.Equal(a.Numero, (await client.LirePageAsync($"{LiensMembres.Reunir}?absorbee={a.Id}")).QuerySelector("#Absorbee")!.GetAttribute("value"));
    }

    private Task<int> CompterAsync(Organisation o) => site.LireAsync(db => db.Set<Appartenance>().CountAsync(x => x.Organisation == o.Id && x.Fin == null));

    private static async Task ReunirAsync(HttpClient client, Organisation a, Organisation b)
    {
        using var reponse = await SiteDesMembres.PosterAsync(client, $"{LiensMembres.Reunir}?absorbee={a.Numero}&gardee={b.Numero}", LiensMembres.Reunir, ("Absorbee", a.Id.ToString()), ("Gardee", b.Id.ToString()), ("Motif", "Essai"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
    }

    private FonctionDOrganisation Fonction(Organisation o, Fonction fonction, DateOnly? fin = null) => new() { Id = site.Id(), Organisation = o.Id, Fonction = fonction, Debut = Hier, Fin = fin };

    private LieuDOrganisation Lieu(Organisation o, string lieu) => new() { Organisation = o.Id, Lieu = lieu, AjouteLe = site.Horloge.Instant.AddDays(-3) };

    // Everything that is so now, in lines.
    private async Task<List<string>> EtatAsync(Organisation a, Organisation b)
    {
        var (maintenant, jour) = (site.Horloge.Instant, DateOnly.FromDateTime(site.Horloge.Instant.UtcDateTime));
        var noms = new Dictionary<Guid, string> { [a.Id] = a.Numero, [b.Id] = b.Numero };
        return await site.LireAsync(async db =>
        {
            var lignes = new List<string>();
            lignes.AddRange((await db.Set<Appartenance>().Where(x => (x.Organisation == a.Id || x.Organisation == b.Id) && (x.Fin == null || x.Fin > maintenant)).ToListAsync()).Select(x => $"membre {noms[x.Organisation]} {x.Compte} {x.Role} {string.Join(',', x.Departements)}"));
            lignes.AddRange((await db.Set<FonctionDOrganisation>().Where(x => (x.Organisation == a.Id || x.Organisation == b.Id) && x.Debut <= jour && (x.Fin == null || x.Fin > jour)).ToListAsync()).Select(x => $"fonction {noms[x.Organisation]} {x.Fonction} {x.Fin:yyyy-MM-dd}"));
            lignes.AddRange((await db.Set<LieuDOrganisation>().Where(x => x.Organisation == a.Id || x.Organisation == b.Id).ToListAsync()).Select(x => $"lieu {noms[x.Organisation]} {x.Lieu} {x.AjouteLe:O}"));
            lignes.AddRange((await db.Set<Equipe>().Where(x => x.Organisation == a.Id || x.Organisation == b.Id).ToListAsync()).Select(x => $"equipe {noms[x.Organisation]} {x.Nom}"));
            lignes.AddRange((await db.Set<Organisation>().Where(x => x.Reseau == a.Id || x.Reseau == b.Id).ToListAsync()).Select(x => $"reseau {noms[x.Reseau!.Value]} {x.Numero}"));
            lignes.Sort(StringComparer.Ordinal);
            return lignes;
        });
    }
}
