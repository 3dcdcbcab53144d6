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
        foreach (var orientation in await db.Set<Orientation>().Where(o => o.Etat == EtatDOrientation.Envoyee && o.EnvoyeeLe <= limite).ToListAsync(annulation))
        {
            if (orientation.Expirer(maintenant).Reussi)
            {
                db.Publier(new OrientationExpiree(orientation.Id, orientation.Organisation, maintenant));
                rendues++;
            }
        }

        await db.SaveChangesAsync(annulation);
        return rendues;
    }
}
