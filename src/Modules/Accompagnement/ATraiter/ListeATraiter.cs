using FaireAvec.Accompagnement.Domain.ATraiter;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.ATraiter;

/// <summary>What is to be done, and what was put off.</summary>
/// <param name="Choses">Since the longest first.</param>
/// <param name="Remises">Each with the day when it comes back.</param>
internal sealed record ATraiterLu(IReadOnlyList<ChoseATraiter> Choses, IReadOnlyList<(ChoseATraiter Chose, DateOnly Jusqua)> Remises);

/// <summary>Puts together what every module has for the one who asks, without what they put off.</summary>
internal sealed class ListeATraiter(FaireAvecDb db, IEnumerable<IChosesATraiter> sources, Demandeur demandeur, TimeProvider horloge)
{
    public DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    public async Task<ATraiterLu> LireAsync(CancellationToken annulation)
    {
        var (moi, aujourdhui) = (demandeur.Identite!, Aujourdhui);
        var choses = new List<ChoseATraiter>();
        foreach (var source in sources)
        {
            choses.AddRange(await source.ListerAsync(moi, aujourdhui, annulation));
        }

        var compte = moi.Compte;
        var remises = await db.Set<RemiseAPlusTard>().AsNoTracking().Where(r => r.Compte == compte && r.Jusqua > aujourdhui).ToDictionaryAsync(r => r.Cle, r => r.Jusqua, annulation);
        var triees = choses.DistinctBy(c => c.Cle).OrderBy(c => c.Depuis).ThenBy(c => c.Cle, StringComparer.Ordinal).ToList();
        return new ATraiterLu(
            triees.FindAll(c => !remises.ContainsKey(c.Cle)),
            [.. triees.Where(c => remises.ContainsKey(c.Cle)).Select(c => (c, remises[c.Cle])).OrderBy(c => c.Item2)]);
    }

    /// <summary>Puts a line off; null when it isn't in the list of who asks.</summary>
    public async Task<Resultat<ChoseATraiter>?> RemettreAsync(string? cle, DateOnly? jusqua, CancellationToken annulation)
    {
        if ((await LireAsync(annulation)).Choses.FirstOrDefault(c => c.Cle == cle) is not { } chose)
        {
            return null;
        }

        if (jusqua is not { } jour || !PlusTard.Permis(jour, Aujourdhui))
        {
            return ErreursATraiter.Date;
        }

        var compte = demandeur.Identite!.Compte;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO accompagnement.remises_a_plus_tard (compte, cle, jusqua) VALUES ({compte}, {cle}, {jour})
            ON CONFLICT (compte, cle) DO UPDATE SET jusqua = excluded.jusqua
            """, annulation);
        return chose;
    }

    /// <summary>Brings it back now.</summary>
    public Task<int> ReprendreAsync(string? cle, CancellationToken annulation)
    {
        var compte = demandeur.Identite!.Compte;
        return db.Set<RemiseAPlusTard>().Where(r => r.Compte == compte && r.Cle == cle).ExecuteDeleteAsync(annulation);
    }
}
