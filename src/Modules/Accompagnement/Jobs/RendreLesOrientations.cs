using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Each night: gives back to who sent them the orientations that nobody has answered in 21 days. Run twice, the second time changes nothing.</summary>
internal sealed class RendreLesOrientations(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.orientations";

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        FaireAsync(services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>(), annulation);

    internal static async Task<int> FaireAsync(FaireAvecDb db, TimeProvider horloge, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var limite = maintenant - Orientation.DelaiDeReponse;
        var rendues = 0;
        foreach (var id in await db.Set<Orientation>().Where(o => o.Etat == EtatDOrientation.Envoyee && o.EnvoyeeLe <= limite).Select(o => o.Id).ToListAsync(annulation))
        {
            if (await db.Set<Orientation>().FirstOrDefaultAsync(o => o.Id == id, annulation) is not { } orientation || !orientation.Expirer(maintenant).Reussi)
            {
                continue;
            }

            db.Publier(new OrientationExpiree(orientation.Id, orientation.Organisation, maintenant));
            try
            {
                await db.SaveChangesAsync(annulation);
                rendues++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Answered at the same moment: the others are given back all the same.
                db.ChangeTracker.Clear();
            }
        }

        return rendues;
    }
}
