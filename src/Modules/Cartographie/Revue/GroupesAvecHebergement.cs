using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>
/// A place that one source describes as a shelter, or that a correction makes one, is hidden whole: the record of another source, at the same address, would tell where it is. A data
/// manager who knows that they are two places separates the records.
/// </summary>
internal static class GroupesAvecHebergement
{
    /// <summary>The groups that hold a record of a shelter, without the agreement of its manager: nothing of them is public.</summary>
    /// <param name="db">The database.</param>
    /// <param name="parCorrection">The records that corrections make shelters (<see cref="RetenuesApresCorrections"/>).</param>
    public static IQueryable<string> Groupes(FaireAvecDb db, string[] parCorrection)
    {
        var retenus = CatalogueLieux.HebergementsRetenus(db).Select(l => l.Id);
        return db.Set<MembreDeGroupe>().Where(m => retenus.Contains(m.Lieu) || parCorrection.Contains(m.Lieu)).Select(m => m.Groupe);
    }

    /// <summary>True when a group holds such a record.</summary>
    public static async Task<bool> EnContientAsync(FaireAvecDb db, string groupe, CancellationToken annulation)
    {
        var corrections = await RetenuesApresCorrections.LireAsync(db, db.Set<MembreDeGroupe>().Where(m => m.Groupe == groupe).Select(m => m.Lieu), annulation);
        return await Groupes(db, corrections.Hebergements).AnyAsync(g => g == groupe, annulation);
    }
}
