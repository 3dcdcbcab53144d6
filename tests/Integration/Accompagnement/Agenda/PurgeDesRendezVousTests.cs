using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Tests.Integration.Comptes.Membres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>What is left of a booking three months later, and of a person who asks to be erased.</summary>
[Collection(AgendaDuSite.Nom)]
public class PurgeDesRendezVousTests(SiteDesMembres site)
{
    [Fact]
    public async Task Trois_mois_apres_l_heure_reste_et_la_personne_s_efface()
    {
        using var guichet = await site.GuichetAsync();
        await site.ReserveAsync(guichet, site.A(9), ("Telephone", "06 39 98 30 01"), ("Interprete", "ar"));
        var debut = site.A(9);
        await PurgerAsync(debut.AddDays(60));
        Assert.NotNull((await site.RendezVousAsync(guichet)).PrenomFerme);
        await PurgerAsync(debut.AddDays(95));
        var r = await site.RendezVousAsync(guichet);
        Assert.Equal((debut, (byte[]?)null, (byte[]?)null, (byte[]?)null, (string?)null), (r.Debut, r.PrenomFerme, r.TelephoneFerme, r.EmpreinteDuTelephone, r.Interprete));
        Assert.NotNull(r.EffaceeLe);
    }

    [Fact]
    public async Task Qui_s_efface_n_est_plus_dans_l_agenda()
    {
        using var guichet = await site.GuichetAsync();
        await site.ReserveAsync(guichet, site.A(9));
        var id = (await site.RendezVousAsync(guichet)).Id;
        var personne = site.Id();
        await site.ToutLireAsync(db => db.Set<RendezVous>().Where(r => r.Id == id).ExecuteUpdateAsync(m => m.SetProperty(r => r.Personne, personne)));
        await site.DansAsync(async s =>
        {
            var donnees = ActivatorUtilities.CreateInstance<DonneesDesRendezVous>(s);
            Assert.Equal("Jo", (await donnees.ExporterAsync(personne, CancellationToken.None))[0].Fiches[0].Single(d => d.Cle == "prenom").Valeur);
            Assert.Equal(1, await donnees.EffacerAsync(personne, CancellationToken.None));
            return await s.GetRequiredService<FaireAvecDb>().SaveChangesAsync();
        }, "systeme:droits");
        Assert.Null((await site.RendezVousAsync(guichet)).PrenomFerme);
    }

    [Fact]
    public async Task Trois_mois_apres_leur_fin_les_absences_partent()
    {
        using var guichet = await site.GuichetAsync();
        var (compte, id) = (site.Id(), site.Id());
        await site.AvecBaseAsync(
            async db =>
            {
                db.Add(new Absence { Id = id, Compte = compte, Organisation = compte, Debut = site.A(9), Fin = site.A(12), Fuseau = "Europe/Paris" });
                return await db.SaveChangesAsync();
            },
            "systeme:demarrage");
        await PurgerAsync(site.A(12).AddMonths(3).AddDays(-1), "accompagnement.absences");
        Assert.Single(await site.ToutLireAsync(db => db.Set<Absence>().Where(a => a.Id == id).ToListAsync()));
        Assert.True(await PurgerAsync(site.A(12).AddMonths(3).AddDays(1), "accompagnement.absences") >= 1);
        Assert.Empty(await site.ToutLireAsync(db => db.Set<Absence>().Where(a => a.Id == id).ToListAsync()));
    }

    private Task<int> PurgerAsync(DateTimeOffset maintenant, string purge = "accompagnement.rendez_vous") => site.DansAsync(s => s.GetServices<IPurge>().Single(p => p.Nom == purge).PurgerAsync(maintenant, CancellationToken.None), "systeme:taches");
}
