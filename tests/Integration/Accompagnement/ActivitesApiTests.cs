using System.Net;
using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>« POST /api/v1/activites »: recorded once, with its journal, its event and its counters, or refused with every reason.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class ActivitesApiTests(SiteDesActivites site)
{
    [Fact]
    public async Task Un_acte_est_garde_avec_son_journal_son_evenement_et_ses_compteurs()
    {
        var id = Guid.CreateVersion7();
        var avant = await CompteurAsync();
        using var reponse = await site.EnvoyerAsync(site.Acte(id));
        await AssertPage.StatutAsync(HttpStatusCode.Created, reponse);
        Assert.Equal(id, JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid());

        var (acte, journal, evenements) = await site.Site.AvecBaseAsync(async db => (
            await db.Set<Activite>().AsNoTracking().SingleAsync(a => a.Id == id),
            await db.Database.SqlQuery<string>($"SELECT apres AS \"Value\" FROM noyau.journal WHERE entite = 'accompagnement.Activite' AND entite_id = {id.ToString()}").ToListAsync(),
            await db.Database.SqlQuery<string>($"SELECT charge::text AS \"Value\" FROM noyau.evenements WHERE nom = 'accompagnement.ActiviteEnregistree' AND charge->>'Activite' = {id.ToString()}").ToListAsync()), "systeme:taches");
        Assert.Equal((SiteDesActivites.Camille, SiteDesActivites.Mediatheque, "42218", "42", OrigineDActivite.Api), (acte.Auteur, acte.Organisation, acte.Commune, acte.Departement, acte.Origine));
        Assert.Equal(new Posture(10, 60, 30), acte.Posture);
        Assert.Equal(45, JsonDocument.Parse(Assert.Single(journal)).RootElement.GetProperty("duree").GetInt32());
        Assert.DoesNotContain(SiteDesActivites.Camille.ToString(), Assert.Single(evenements), StringComparison.Ordinal);
        var apres = await CompteurAsync();
        Assert.Equal((avant.Individuels + 1, avant.Accompagnements + 1, avant.Minutes + 45, avant.PartAvec + (45 * 60)), (apres.Individuels, apres.Accompagnements, apres.Minutes, apres.PartAvec));
    }

    [Fact]
    public async Task Les_connexions_d_ecriture_ne_gardent_rien_de_qui_a_ecrit()
    {
        // Of long ago: the lists of the other tests begin by today's.
        var reponses = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
        {
            var acte = site.Acte();
            acte["date"] = $"{site.Aujourdhui.AddDays(-60 - (i % 4)):yyyy-MM-dd}";
            return site.EnvoyerAsync(acte);
        }));
        Assert.All(reponses, r => Assert.Equal(HttpStatusCode.Created, r.StatusCode));
        var source = site.Site.Services.GetRequiredService<Base>().Directe;
        var ouvertes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => source.OpenConnectionAsync().AsTask()));
        foreach (var connexion in ouvertes)
        {
            await using var commande = new NpgsqlCommand("SELECT concat(current_setting('app.role', true), current_setting('app.compte', true), current_setting('app.organisation', true)), (SELECT count(*) FROM accompagnement.activites)", connexion);
            await using (var l = await commande.ExecuteReaderAsync())
            {
                Assert.True(await l.ReadAsync());
                Assert.Equal(("", 0L), (l.GetString(0), l.GetInt64(1)));
            }

            await connexion.DisposeAsync();
        }
    }

    [Fact]
    public async Task Envoye_deux_fois_il_est_garde_une_fois_meme_en_meme_temps()
    {
        var acte = site.Acte();
        var reponses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.EnvoyerAsync(acte)));
        Assert.Equal(1, reponses.Count(r => r.StatusCode == HttpStatusCode.Created));
        Assert.Equal(19, reponses.Count(r => r.StatusCode == HttpStatusCode.OK));
        // Something else under the same id isn't taken for it.
        acte["duree_minutes"] = 46;
        using var autre = await site.EnvoyerAsync(acte);
        var probleme = await AssertPage.ProblemeAsync(HttpStatusCode.Conflict, autre);
        Assert.Equal("ACC-033", probleme.GetProperty("erreurs")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("duree_minutes", 0, "ACC-005")]
    [InlineData("duree_minutes", -30, "ACC-005")]
    [InlineData("duree_minutes", 1440, "ACC-005")]
    [InlineData("date", "2099-01-01", "ACC-003")]
    [InlineData("date", "2000-01-01", "ACC-004")]
    [InlineData("type", "sieste", "ACC-001")]
    [InlineData("commune", "99999", "ACC-008")]
    [InlineData("type_de_lieu", "lieu_activite", "ACC-007")]
    [InlineData("notes", "mot de passe : Soleil2024!", "ACC-017")]
    [InlineData("id", "00000000-0000-0000-0000-000000000000", "ACC-035")]
    [InlineData("mediateur", "01a21000-0000-7000-8000-00000000dead", "ACC-034")]
    public async Task Un_acte_faux_est_refuse_avec_son_champ(string champ, object valeur, string code)
    {
        var acte = site.Acte();
        acte[champ] = valeur;
        using var reponse = await site.EnvoyerAsync(acte);
        var probleme = await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Equal(code, probleme.GetProperty("erreurs")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Toutes_les_fautes_sont_dites_a_la_fois()
    {
        using var reponse = await site.EnvoyerAsync(new { mediateur = SiteDesActivites.Camille, type = "individuel", date = $"{site.Aujourdhui:yyyy-MM-dd}", posture = new { faire_a_la_place = 50, faire_avec = 60, faire_faire = 30 } });
        var probleme = await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Equal(["ACC-005", "ACC-006", "ACC-009", "ACC-013"], probleme.GetProperty("erreurs").EnumerateArray().Select(e => e.GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task Un_mediateur_d_une_autre_organisation_est_inconnu()
    {
        var acte = site.Acte();
        acte["mediateur"] = Personas.Toutes.Single(p => p.Role == Role.Coordinateur).Id;
        using var reponse = await site.EnvoyerAsync(acte);
        Assert.Contains("ACC-034", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"mediateur\":\"x\"}")]
    [InlineData("{\"type\":\"individuel\"}")]
    public async Task Un_corps_illisible_est_refuse(string corps)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, "/api/v1/activites") { Content = new StringContent(corps, System.Text.Encoding.UTF8, "application/json") };
        requete.Headers.Authorization = new("Bearer", await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Organisation, etendues: ["activites:ecrire"])));
        using var reponse = await site.Site.Client.SendAsync(requete);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
    }

    [Fact]
    public async Task Sans_l_etendue_rien_n_est_ecrit()
    {
        var jeton = await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Organisation, etendues: ["essai:lire"]));
        using var reponse = await site.EnvoyerAsync(site.Acte(), jeton);
        Assert.Equal(HttpStatusCode.Forbidden, reponse.StatusCode);
    }

    [Fact]
    public async Task Un_atelier_garde_des_nombres_et_n_invente_personne()
    {
        var acte = site.Acte();
        acte["type"] = "collectif";
        acte["titre"] = "Ma boîte à courriels";
        acte["effectifs"] = new { total = 12, deja_accompagnes = 3, genres = new Dictionary<string, int> { ["feminin"] = 7 }, ages = new Dictionary<string, int> { ["60_69"] = 4 } };
        using var reponse = await site.EnvoyerAsync(acte);
        await AssertPage.StatutAsync(HttpStatusCode.Created, reponse);
        var id = (Guid)acte["id"]!;
        var garde = await site.Site.AvecBaseAsync(db => db.Set<Activite>().AsNoTracking().SingleAsync(a => a.Id == id), "systeme:taches");
        Assert.Equal((12, 5, 8), (garde.SansNom, garde.Effectifs!.Genres[^1], garde.Effectifs.Ages[^1]));
        var lignes = await site.Site.AvecBaseAsync(db => db.Set<UnAccompagnement>().CountAsync(a => a.Activite == id), "systeme:taches");
        Assert.Equal(0, lignes);
    }

    // Whatever was sent, corrected, removed, in parallel, the counters are what a recount gives.
    [Fact]
    public async Task Les_compteurs_sont_ce_qu_un_recompte_donne()
    {
        var hasard = new Random(20261126);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var acte = site.Acte();
            // Of long ago: what is changed below would fill the days of the other tests.
            acte["date"] = $"{site.Aujourdhui.AddDays(-70 - (i % 3)):yyyy-MM-dd}";
            acte["duree_minutes"] = 15 + (i % 5 * 10);
            acte["posture"] = new { faire_a_la_place = i, faire_avec = 100 - i, faire_faire = 0 };
            using var reponse = await site.EnvoyerAsync(acte);
        }));
        var jours = (Du: site.Aujourdhui.AddDays(-72), Au: site.Aujourdhui.AddDays(-70));
        var ids = await site.Site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Jour >= jours.Du && a.Jour <= jours.Au).Select(a => a.Id).Take(40).ToListAsync(), "systeme:taches");
        await site.Site.AvecBaseAsync(async db =>
        {
            foreach (var (i, a) in (await db.Set<Activite>().Where(a => ids.Contains(a.Id)).ToListAsync()).Index())
            {
                switch (i % 4)
                {
                    case 0: a.SupprimeeLe = site.Site.Horloge.GetUtcNow(); break;
                    case 1: a.Jour = a.Jour.AddDays(-hasard.Next(5)); break;
                    case 2: a.Duree = hasard.Next(1, 200); break;
                    default: a.SupprimeeLe = null; break;
                }

                a.Version++;
            }

            return await db.SaveChangesAsync();
        }, "systeme:taches");
        Assert.Empty(await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT mesure AS \"Value\" FROM accompagnement.ecarts_des_compteurs('2000-01-01', '2099-12-31')").ToListAsync(), "systeme:taches"));
    }

    private async Task<CompteurDuJour> CompteurAsync()
    {
        var jour = site.Aujourdhui;
        return await site.Site.AvecBaseAsync(db => db.Set<CompteurDuJour>().AsNoTracking().SingleOrDefaultAsync(c => c.Auteur == SiteDesActivites.Camille && c.Jour == jour && c.Lieu == ""), "systeme:taches")
            ?? new CompteurDuJour { Auteur = default, Organisation = default, Jour = jour, Lieu = "", Equipes = [] };
    }
}
