using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>When médiateurs are taken by their own calendars: for the agenda, that closes those slots.</summary>
internal static class PlagesOccupees
{
    /// <summary>Those that cross these instants, under the rights of the context.</summary>
    public static async Task<IReadOnlyList<(Guid Compte, DateTimeOffset Debut, DateTimeOffset Fin)>> LireAsync(FaireAvecDb db, IReadOnlyList<Guid> comptes, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation)
    {
        var (debut, fin) = (de.ToUniversalTime(), a.ToUniversalTime());
        var plages = await db.Set<PlageExterne>().AsNoTracking().Where(p => comptes.Contains(p.Compte) && p.Debut < fin && p.Fin > debut).OrderBy(p => p.Debut).Select(p => new { p.Compte, p.Debut, p.Fin }).ToListAsync(annulation);
        return plages.ConvertAll(p => (p.Compte, p.Debut, p.Fin));
    }
}
