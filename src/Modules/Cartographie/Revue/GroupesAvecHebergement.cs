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
    /// <summary>Records of shelters in a group, without the agreement of their manager; as long as there is one, nothing of the group is public.</summary>
    public static Task<bool> EnContientAsync(FaireAvecDb db, string groupe, CancellationToken annulation) =>
        (from m in db.Set<MembreDeGroupe>()
         join l in db.Set<Lieu>() on m.Lieu equals l.Id
         where m.Groupe == groupe && l.Retenu != null && l.Retenu != Lieu.Depublie && !db.Set<AccordDHebergement>().Any(a => a.Lieu == l.Id && a.RetireLe == null)
         select m).AnyAsync(annulation);
}
