using System.Collections.Frozen;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Etiquettes;

/// <summary>Which labels an act may take: those of its author, of the teams that they are in today or were in on that day, of those that they coordinate.</summary>
internal sealed class EtiquettesPermises(IServiceProvider services, IEmplois emplois, TimeProvider horloge)
{
    /// <summary>From the id that was sent to the label that it is now; one that isn't there may not be used.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> LireAsync(Guid auteur, Guid organisation, IReadOnlyList<Guid> equipesDuJour, IReadOnlyList<Guid> demandees, CancellationToken annulation)
    {
        if (demandees.Count is 0 or > Domain.Activites.Activite.EtiquettesMax)
        {
            return FrozenDictionary<Guid, Guid>.Empty;
        }

        var emploi = await emplois.LeJourAsync(auteur, organisation, JourDeParis.De(horloge.GetUtcNow()), annulation);
        Guid[] equipes = [.. equipesDuJour.Union(emploi?.Equipes ?? [])];
        Guid[] ids = [.. demandees];
        // Thousands of acts a second have no label: none of them pays for a context.
        var db = services.GetRequiredService<FaireAvecDb>();
        var permises = await db.Database.SqlQuery<Permise>($"SELECT demandee, retenue FROM accompagnement.etiquettes_permises({auteur}, {organisation}, {equipes}, {ids})").ToListAsync(annulation);
        return permises.ToDictionary(p => p.Demandee, p => p.Retenue);
    }

    private sealed record Permise(Guid Demandee, Guid Retenue);
}
