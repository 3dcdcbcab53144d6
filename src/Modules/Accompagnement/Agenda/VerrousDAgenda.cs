using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>
/// One at a time for one médiateur, one room, one workshop, until the end of the transaction: two hundred requests queue instead of waiting for each other in
/// a circle. The constraints of the database hold without it.
/// </summary>
internal static class VerrousDAgenda
{
    public static Task VerrouillerAsync(FaireAvecDb db, string quoi, CancellationToken annulation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({quoi}, 5))", annulation);

    /// <summary>The médiateur, then the room: always in this order.</summary>
    public static async Task VerrouillerAsync(FaireAvecDb db, Guid compte, Guid? salle, CancellationToken annulation)
    {
        await VerrouillerAsync(db, $"compte:{compte}", annulation);
        if (salle is { } s)
        {
            await VerrouillerAsync(db, $"salle:{s}", annulation);
        }
    }

    public static Task VerrouillerAsync(FaireAvecDb db, AtelierPrevu atelier, CancellationToken annulation) => VerrouillerAsync(db, $"atelier:{atelier.Id}", annulation);

    /// <summary>True when nothing confirmed, nor still kept, takes this time; what was kept in vain is given up. Under the lock.</summary>
    public static async Task<bool> LibererAsync(FaireAvecDb db, Guid compte, Guid? salle, Plage plage, Guid? sauf, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var (debut, fin) = (plage.Debut, plage.Fin);
        var prises = await db.Set<Occupation>().AsNoTracking().Where(o => (o.Compte == compte || (salle != null && o.Salle == salle)) && o.Debut < fin && o.Fin > debut && o.Source != sauf).ToListAsync(annulation);
        if (prises.Exists(o => o.TenueJusqua is not { } jusqua || jusqua > maintenant))
        {
            return false;
        }

        var sources = prises.ConvertAll(o => o.Source);
        foreach (var vaine in await db.Set<RendezVous>().Where(r => sources.Contains(r.Id)).ToListAsync(annulation))
        {
            Abandonner(db, vaine, maintenant);
        }

        if (sources.Count > 0)
        {
            await db.SaveChangesAsync(annulation);
        }

        return true;
    }

    /// <summary>Nobody confirmed in time.</summary>
    public static void Abandonner(FaireAvecDb db, RendezVous rendezVous, DateTimeOffset maintenant)
    {
        if (rendezVous.Expiree(maintenant) && rendezVous.Annuler(AuteurDAnnulation.Delai, maintenant) is { Reussi: true, Valeur: true })
        {
            db.Publier(new RendezVousAnnule(rendezVous.Id, nameof(AuteurDAnnulation.Delai), maintenant, rendezVous.Organisation));
        }
    }
}
