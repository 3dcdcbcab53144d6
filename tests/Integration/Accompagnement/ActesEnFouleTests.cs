using System.Net;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>Acts that one system sends together are written together, and each is answered as if it were alone.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class ActesEnFouleTests(SiteDesActivites site)
{
    [Fact]
    public async Task Une_foule_avec_des_actes_refuses_et_repetes_ecrit_les_autres_une_fois()
    {
        // Other tests wrote in those days too.
        var avant = await site.Site.AvecBaseAsync(MinutesAsync, "systeme:taches");
        var bons = Enumerable.Range(0, 60).Select(i => Acte(-80 - (i % 7), 5)).ToList();
        // Two that can't both be in one day of twenty-four hours, one that takes the id of another, one sent three times.
        List<Dictionary<string, object?>> longs = [Acte(-90, 1000), Acte(-90, 1000)];
        var usurpe = Acte(-80, 6);
        usurpe["id"] = bons[0]["id"];
        using (var premier = await site.EnvoyerAsync(bons[0]))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Created, premier);
        }

        var envois = bons.Skip(1).Concat(longs).Concat([usurpe, bons[5], bons[5]]).ToList();
        var reponses = await Task.WhenAll(envois.Select(a => site.EnvoyerAsync(a)));
        var parStatut = reponses.CountBy(r => r.StatusCode).ToDictionary();
        Assert.Equal((bons.Count - 1 + 1, 2, 2), (parStatut[HttpStatusCode.Created], parStatut[HttpStatusCode.OK], parStatut[HttpStatusCode.Conflict]));
        var refus = await Task.WhenAll(reponses.Where(r => r.StatusCode == HttpStatusCode.Conflict).Select(async r => (await AssertPage.ProblemeAsync(HttpStatusCode.Conflict, r)).GetProperty("erreurs")[0].GetProperty("code").GetString()));
        Assert.Contains("ACC-033", refus);
        Assert.Equal(2, refus.Distinct().Count());

        var ids = bons.Concat(longs).Select(a => (Guid)a["id"]!).ToList();
        var mots = ids.Select(i => i.ToString()).ToList();
        var (ecrits, journal, evenements, compteurs, groupes) = await site.Site.AvecBaseAsync(async db => (
            await db.Set<Activite>().AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(),
            await db.Database.SqlQuery<string>($"SELECT entite_id AS \"Value\" FROM noyau.journal WHERE entite = 'accompagnement.Activite' AND action = 'creation' AND entite_id = ANY({mots})").ToListAsync(),
            await db.Database.SqlQuery<string>($"SELECT charge->>'Activite' AS \"Value\" FROM noyau.evenements WHERE nom = 'accompagnement.ActiviteEnregistree' AND charge->>'Activite' = ANY({mots})").ToListAsync(),
            await MinutesAsync(db),
            await db.Database.SqlQuery<int>($"SELECT count(DISTINCT xmin::text)::int AS \"Value\" FROM accompagnement.activites WHERE id = ANY({ids})").SingleAsync()), "systeme:taches");
        Assert.Equal(61, ecrits.Count);
        var attendus = ecrits.Select(i => i.ToString()).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(attendus, journal.Order(StringComparer.Ordinal));
        Assert.Equal(attendus, evenements.Order(StringComparer.Ordinal));
        Assert.Equal((60 * 5) + 1000, compteurs - avant);
        Assert.InRange(groupes, 1, 60);

        using var portee = site.Site.Services.CreateScope();
        await foreach (var constat in portee.ServiceProvider.GetRequiredService<VerificationJournal>().VerifierAsync())
        {
            Assert.Null(constat.Defaut);
        }
    }

    private Task<long> MinutesAsync(FaireAvecDb db) =>
        db.Database.SqlQuery<long>($"SELECT coalesce(sum(minutes), 0)::bigint AS \"Value\" FROM accompagnement.compteurs_du_jour WHERE auteur = {SiteDesActivites.Camille} AND jour BETWEEN {site.Aujourdhui.AddDays(-90)} AND {site.Aujourdhui.AddDays(-80)}").SingleAsync();

    [Fact]
    public async Task Ce_qui_attend_derriere_un_groupe_part_ensemble_et_rien_ne_reste()
    {
        var (auteur, jour) = (SiteDesActivites.Camille, site.Aujourdhui.AddDays(-95));
        var actes = Enumerable.Range(0, 21).Select(_ => Acte(-95, 1)).ToList();
        Task<HttpResponseMessage> premier;
        List<Task<HttpResponseMessage>> suivants;
        await using (var base_ = site.Site.Services.GetRequiredService<Base>().Proprietaire.CreateConnection())
        {
            // Somebody holds the day: the first waits in the database, the others behind it.
            await base_.OpenAsync();
            await using var transaction = await base_.BeginTransactionAsync();
            await using (var verrou = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1::text, $2::date - date '2000-01-01'))", base_) { Parameters = { new() { Value = auteur.ToString() }, new() { Value = jour } } })
            {
                await verrou.ExecuteNonQueryAsync();
            }

            premier = site.EnvoyerAsync(actes[0]);
            await JusquAsync(async () => await QuiAttendentAsync() > 0);
            suivants = [.. actes.Skip(1).Select(a => site.EnvoyerAsync(a))];
            await Task.Delay(TimeSpan.FromSeconds(1));
            Assert.False(premier.IsCompleted);
            await transaction.RollbackAsync();
        }

        Assert.All(await Task.WhenAll(suivants.Append(premier)), r => Assert.Equal(HttpStatusCode.Created, r.StatusCode));
        var ids = actes.Select(a => (Guid)a["id"]!).ToList();
        var transactions = await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(DISTINCT xmin::text)::int AS \"Value\" FROM accompagnement.activites WHERE id = ANY({ids})").SingleAsync(), "systeme:taches");
        Assert.InRange(transactions, 2, 4);
        await JusquAsync(() => Task.FromResult(site.Site.Services.GetRequiredService<EcrituresGroupees>().Demandeurs == 0));
    }

    private Dictionary<string, object?> Acte(int jours, int minutes)
    {
        var acte = site.Acte();
        (acte["date"], acte["duree_minutes"]) = ($"{site.Aujourdhui.AddDays(jours):yyyy-MM-dd}", minutes);
        return acte;
    }

    private async Task<int> QuiAttendentAsync() =>
        await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").SingleAsync(), "systeme:taches");

    private static async Task JusquAsync(Func<Task<bool>> vrai)
    {
        for (var i = 0; i < 200 && !await vrai(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(await vrai());
    }
}
