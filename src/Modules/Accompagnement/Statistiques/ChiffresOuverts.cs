using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>
/// The open figures: month × département × indicator, worked out each night from the derived months, of months that ended only. What is hidden of one indicator
/// of a département is hidden of all of them, and others with it, until nothing can be found by difference.
/// </summary>
internal sealed class ChiffresOuverts(EnSysteme systeme, FaireAvecDb db, TimeProvider horloge)
{
    /// <summary>All the months again: acts are noted and put right for long after theirs. Returns how many lines there are.</summary>
    public async Task<int> CalculerAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var jour = JourDeParis.De(maintenant);
        var ceMois = new DateOnly(jour.Year, jour.Month, 1);
        var sommes = await systeme.FaireAsync(ChiffresDActivite.Role, (_, d) => SommesAsync(d, ceMois, annulation), annulation);
        List<ChiffreOuvert> lignes = [.. sommes.GroupBy(s => s.Mois).SelectMany(m => DuMois(m.Key, [.. m], maintenant))];
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.Set<ChiffreOuvert>().ExecuteDeleteAsync(annulation);
        db.AddRange(lignes);
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return lignes.Count;
    }

    /// <summary>The lines of one month, with the small ones hidden.</summary>
    internal static IEnumerable<ChiffreOuvert> DuMois(DateOnly mois, IReadOnlyList<SommeDuMois> sommes, DateTimeOffset maintenant)
    {
        // Few people, few acts, or one author: the line goes whole.
        var montrees = ListeMasquee.De([.. sommes.Select(s => ListeMasquee.Petit(s.Activites) || ListeMasquee.Petit(s.Accompagnements) || s.Auteurs < BlocsDeStatistiques.AuteursMinimum ? Math.Min(Math.Max(s.Activites, 1), ListeMasquee.Seuil - 1) : s.Accompagnements)]).Valeurs;
        return sommes.SelectMany((s, i) => ChiffreOuvert.Indicateurs.Zip((int[])[s.Accompagnements, s.Activites, s.Minutes], (indicateur, valeur) => new ChiffreOuvert
        {
            Mois = mois,
            Departement = s.Departement,
            Indicateur = indicateur,
            Valeur = montrees[i] is null ? null : valeur,
            CalculeLe = maintenant,
        }));
    }

    private static async Task<List<SommeDuMois>> SommesAsync(FaireAvecDb d, DateOnly ceMois, CancellationToken annulation)
    {
        await ChiffresDActivite.InstantUniqueAsync(d, annulation);
        var sommes = new List<SommeDuMois>();
        foreach (var mois in await d.Set<CumulDuMois>().Where(c => c.Mois < ceMois).Select(c => c.Mois).Distinct().OrderBy(m => m).ToListAsync(annulation))
        {
            foreach (var cumul in await d.Set<CumulDuMois>().AsNoTracking().Where(c => c.Mois == mois && c.Departement != BlocDeFaits.Aucun).OrderBy(c => c.Departement).ToListAsync(annulation))
            {
                var total = new Indicateurs();
                Denombrement.Ajouter(total, EcritureDeBloc.Lire(cumul.Faits), new FiltreDeFaits { Du = mois, Au = mois.AddMonths(1).AddDays(-1) });
                if (total.Activites > 0)
                {
                    sommes.Add(new(mois, cumul.Departement, (int)total.Accompagnements, (int)total.Activites, (int)total.Minutes, total.Auteurs));
                }
            }
        }

        return sommes;
    }
}

/// <summary>What was done in a département in a month, before anything is hidden.</summary>
internal sealed record SommeDuMois(DateOnly Mois, string Departement, int Accompagnements, int Activites, int Minutes, int Auteurs);
