using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Somebody whom the médiateur follows, to tick in the form of an act.</summary>
/// <param name="Id">The person.</param>
/// <param name="Nom">What one calls them.</param>
internal sealed record PersonneAuChoix(Guid Id, string Nom);

/// <summary>The people whom the one who asks follows: those chosen, then those seen last. Row security decides who that is.</summary>
internal sealed class PersonnesAuChoix(FaireAvecDb db, AppellationsDesPersonnes appellations)
{
    private const int Max = 12;

    public async Task<IReadOnlyList<PersonneAuChoix>> ListerAsync(IReadOnlyCollection<Guid> choisies)
    {
        var ids = await db.Set<PersonneAccompagnee>().AsNoTracking().Where(p => p.FusionneeDans == null && p.EffaceeLe == null)
            .OrderByDescending(p => choisies.Contains(p.Id)).ThenByDescending(p => p.DernierContactLe).Take(Max).Select(p => p.Id).ToListAsync();
        var noms = await appellations.LireAsync(ids, CancellationToken.None);
        return [.. ids.Where(noms.ContainsKey).Select(id => new PersonneAuChoix(id, noms[id]))];
    }
}
