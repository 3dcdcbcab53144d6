using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>
/// A place that one source describes as a shelter is hidden whole: the record of another source, at the same address, would tell where it is. A data
/// manager who knows that they are two places separates the records.
/// </summary>
internal static class GroupesAvecHebergement
{
    /// <summary>The groups that hold a record of a shelter, without the agreement of its manager: nothing of them is public.</summary>
    public static IQueryable<string> Groupes(FaireAvecDb db) =>
        from m in db.Set<MembreDeGroupe>()
        join l in db.Set<Lieu>() on m.Lieu equals l.Id
        where l.Retenu != null && l.Retenu != Lieu.Depublie && !db.Set<AccordDHebergement>().Any(a => a.Lieu == l.Id && a.RetireLe == null)
        select m.Groupe;

    /// <summary>True when a group holds such a record.</summary>
    public static Task<bool> EnContientAsync(FaireAvecDb db, string groupe, CancellationToken annulation) => Groupes(db).AnyAsync(g => g == groupe, annulation);
}
