using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Tells the other modules that places are gone, with the next save. A record of a group isn't a place: its group lives on.</summary>
internal static class RetraitsDeLieux
{
    public static async Task PublierLesRetraitsAsync(this FaireAvecDb db, IReadOnlyCollection<string> retires, DateTimeOffset maintenant, CancellationToken annulation)
    {
        if (retires.Count == 0)
        {
            return;
        }

        var ids = retires.ToArray();
        var groupes = (await db.Set<MembreDeGroupe>().Where(m => ids.Contains(m.Lieu)).Select(m => m.Lieu).ToListAsync(annulation)).ToHashSet(StringComparer.Ordinal);
        foreach (var id in ids.Where(id => !groupes.Contains(id)))
        {
            db.Publier(new LieuRetire(id, maintenant));
        }
    }
}
