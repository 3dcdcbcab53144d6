using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>What people say of pairs of source records. A verdict takes effect at the next <see cref="Regroupement"/>, which the caller may run at once.</summary>
internal sealed class DecisionsDeRapprochement(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>Says the same of several pairs, all or none. A verdict already in force on a pair is replaced.</summary>
    public async Task<Resultat<IReadOnlyList<DecisionHumaine>>> DeciderAsync(IReadOnlyCollection<(string A, string B)> paires, VerdictHumain verdict, CancellationToken annulation)
    {
        if (paires.FirstOrDefault(p => p.A == p.B) is { A: { } meme })
        {
            return ErreursSources.MemeFiche(meme);
        }

        var ids = paires.SelectMany(p => new[] { p.A, p.B }).Distinct(StringComparer.Ordinal).ToArray();
        var connus = (await db.Set<Lieu>().Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(annulation)).ToHashSet(StringComparer.Ordinal);
        if (ids.FirstOrDefault(id => !connus.Contains(id)) is { } inconnu)
        {
            return ErreursSources.LieuInconnu(inconnu);
        }

        var ordonnees = paires.Select(p => DecisionHumaine.Ordonner(p.A, p.B)).Distinct().ToList();
        var enVigueur = (await db.Set<DecisionHumaine>().Where(d => d.AnnuleeLe == null && ids.Contains(d.LieuA) && ids.Contains(d.LieuB)).ToListAsync(annulation))
            .ToDictionary(d => (d.LieuA, d.LieuB));
        var maintenant = horloge.GetUtcNow();
        var decisions = new List<DecisionHumaine>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        foreach (var paire in ordonnees)
        {
            if (enVigueur.TryGetValue(paire, out var ancienne))
            {
                if (ancienne.Verdict == verdict)
                {
                    decisions.Add(ancienne);
                    continue;
                }

                ancienne.Annuler(maintenant);
            }

            decisions.Add(new DecisionHumaine { Id = Identifiants.Nouveau(horloge), LieuA = paire.A, LieuB = paire.B, Verdict = verdict, Auteur = ecriture.Acteur, Motif = ecriture.Motif, CreeeLe = maintenant });
        }

        // The replaced ones first: two in force for one pair are refused.
        await db.SaveChangesAsync(annulation);
        db.AddRange(decisions.Where(d => d.CreeeLe == maintenant && db.Entry(d).State == EntityState.Detached));
        await db.SaveChangesAsync(annulation);
        var (lieuxA, lieuxB) = (ordonnees.Select(p => p.A).ToArray(), ordonnees.Select(p => p.B).ToArray());
        await db.Database.ExecuteSqlAsync($"DELETE FROM cartographie.paires_a_revoir p USING unnest({lieuxA}, {lieuxB}) AS d(a, b) WHERE p.lieu_a = d.a AND p.lieu_b = d.b", annulation);
        await transaction.CommitAsync(annulation);
        return Resultat<IReadOnlyList<DecisionHumaine>>.Ok(decisions);
    }

    /// <summary>Takes a verdict back.</summary>
    public async Task<Resultat<DecisionHumaine>> AnnulerAsync(Guid id, CancellationToken annulation)
    {
        var decision = await db.Set<DecisionHumaine>().SingleOrDefaultAsync(d => d.Id == id, annulation);
        if (decision is null || !decision.Annuler(horloge.GetUtcNow()))
        {
            return ErreursSources.DecisionInconnue(id);
        }

        await db.SaveChangesAsync(annulation);
        return decision;
    }
}
