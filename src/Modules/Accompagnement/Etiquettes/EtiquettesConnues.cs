using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Etiquettes;

/// <summary>Every label that somebody may read, put away or joined ones too. Row security says which.</summary>
internal sealed class EtiquettesConnues
{
    private readonly Dictionary<Guid, Etiquette> _toutes;

    private EtiquettesConnues(Dictionary<Guid, Etiquette> toutes) => _toutes = toutes;

    public static async Task<EtiquettesConnues> LireAsync(FaireAvecDb db, CancellationToken annulation) =>
        new(await db.Set<Etiquette>().AsNoTracking().ToDictionaryAsync(e => e.Id, annulation));

    public IEnumerable<Etiquette> Toutes => _toutes.Values;

    /// <summary>The label that this one turned out to be; null when it isn't known.</summary>
    public Etiquette? Retenue(Guid id)
    {
        // Joined to one that was itself joined: few steps, and never a circle, since one joins only to a label that is offered.
        for (var pas = 0; pas <= _toutes.Count && _toutes.TryGetValue(id, out var e); pas++)
        {
            if (e.ReunieDans is not { } suivante || !_toutes.ContainsKey(suivante))
            {
                return e;
            }

            id = suivante;
        }

        return null;
    }

    /// <summary>Names for an act, each once.</summary>
    public IReadOnlyList<string> Noms(IEnumerable<Guid> ids) => [.. ids.Select(Retenue).OfType<Etiquette>().DistinctBy(e => e.Id).Select(e => e.Nom).Order(StringComparer.CurrentCulture)];

    /// <summary>This label with those that were joined to it: what a filter looks for.</summary>
    public Guid[] AvecSesReunies(Guid id) => [id, .. _toutes.Keys.Where(k => k != id && Retenue(k)?.Id == id)];
}
