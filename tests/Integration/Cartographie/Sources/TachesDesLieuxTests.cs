using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using FaireAvec.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>The nightly jobs, by the scheduler itself, in their own role.</summary>
public sealed class TachesDesLieuxTests
{
    [Fact]
    public async Task La_nuit_les_sources_sont_moissonnees_puis_publiees_et_une_panne_n_arrete_pas_les_autres()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(ServeurDeProducteur.Texte(MoissonTests.Fichier("b-bonne", 4)));
        await using var application = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Taches = true, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Sources:BoucleLocale"] = "true" } });
        async Task AjouterAsync(string code, string? url, CalendrierDeSource calendrier) => Assert.True((await application.DansAsync(s => s.GetRequiredService<RegistreDesSources>().AjouterAsync(new SourceDemandee(code) { Nom = code, Url = url, Calendrier = calendrier }, CancellationToken.None))).Reussi);
        await AjouterAsync("a-panne", "http://127.0.0.1:9/lieux.csv", CalendrierDeSource.ChaqueNuit);
        await AjouterAsync("b-bonne", serveur.Url(), CalendrierDeSource.ChaqueNuit);
        await AjouterAsync("c-main", serveur.Url(), CalendrierDeSource.ALaDemande);
        var ordonnanceur = await application.Services.GetRequiredService<Planificateur>().Demarre;
        await ordonnanceur.TriggerJob(new JobKey("cartographie.moisson"));
        await Attente.QueAsync("the good source is in", async () => await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lieux WHERE source = 'b-bonne'") == 4);
        await Attente.QueAsync("both imports are finished", async () => await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.imports WHERE statut IN ('Publie', 'Echec') AND auteur = 'systeme:taches'") == 2);
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.imports WHERE source = 'c-main'"));
        await ordonnanceur.TriggerJob(new JobKey("cartographie.regroupement"));
        await ordonnanceur.TriggerJob(new JobKey("cartographie.publication"));
        await Attente.QueAsync("the day is published", async () => await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.publications WHERE lieux = 4") == 1);
    }

    [Fact]
    public async Task Le_menage_efface_ce_qui_est_ancien_et_finit_ce_qui_est_abandonne()
    {
        await using var application = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Taches = true });
        var maintenant = application.Horloge.Instant;
        async Task<Guid> ImportAsync(StatutImport statut, TimeSpan age)
        {
            var import = new ImportDeLieux { Id = FaireAvec.Kernel.Temps.Identifiants.Nouveau(TimeProvider.System), Source = "s", Origine = OrigineImport.Url, Fichier = "f", Auteur = "test", DebutLe = maintenant - age };
            if (statut != StatutImport.EnCours)
            {
                Assert.True(import.Passer(statut, maintenant - age));
            }

            await application.AvecBaseAsync(async db =>
            {
                db.Add(import);
                db.Add(new AnomalieDImport { Import = import.Id, Ligne = 1, Champ = "nom", Regle = "r", Niveau = NiveauAnomalie.Rejet, Message = "m", Instant = maintenant - age });
                db.Add(new LigneEnAttente { Import = import.Id, Lieu = "l" });
                return await db.SaveChangesAsync();
            }, "systeme:taches");
            return import.Id;
        }

        var (vieux, recent, abandonne) = (await ImportAsync(StatutImport.Retenu, TimeSpan.FromDays(91)), await ImportAsync(StatutImport.Retenu, TimeSpan.FromDays(10)), await ImportAsync(StatutImport.EnCours, TimeSpan.FromHours(13)));
        var jour = DateOnly.FromDateTime(maintenant.UtcDateTime);
        foreach (var age in (int[])[0, 29, 40, 41])
        {
            await application.Base.ExecuterAsync("INSERT INTO cartographie.publications (jour, instant, lieux, ajoutes, modifies, retires, auteur) VALUES ($1, now(), 0, 0, 0, 0, 'test')", jour.AddDays(-age));
        }

        await (await application.Services.GetRequiredService<Planificateur>().Demarre).TriggerJob(new JobKey("cartographie.menage"));
        await Attente.QueAsync("the old publication is gone", async () => await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.publications") == 3);
        Assert.Equal([-41, -29, 0], (await application.Base.ListerAsync<DateOnly>("SELECT jour FROM cartographie.publications ORDER BY jour")).Select(j => j.DayNumber - jour.DayNumber));
        foreach (var (id, statut, anomalies, lignes) in ((Guid, string, long, long)[])[(vieux, "Annule", 0, 0), (recent, "Retenu", 1, 1), (abandonne, "Echec", 1, 1)])
        {
            Assert.Equal(statut, await application.Base.LireAsync<string>("SELECT statut FROM cartographie.imports WHERE id = $1", id));
            Assert.Equal(anomalies, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.anomalies WHERE import = $1", id));
            Assert.Equal(lignes, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.lignes_en_attente WHERE import = $1", id));
        }
    }
}
