using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>Needs and orientations that nobody has moved for as long as the register says, with their links.</summary>
internal sealed class PurgeDesOrientations(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    // One night doesn't hold the base for an hour.
    private const int Lot = 2000;

    public string Nom => "accompagnement.orientations";

    public string CeQuiPart => "Les orientations et les besoins exprimés, une fois qu’ils ne bougent plus";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        var besoins = await db.Set<BesoinExprime>()
            .Where(b => b.CreeLe < limite && !db.Set<Orientation>().Any(o => o.Besoin == b.Id && o.EtatDepuis >= limite) && !db.Set<BesoinExprime>().Any(s => s.Apres == b.Id && s.CreeLe >= limite))
            .OrderBy(b => b.CreeLe).Select(b => b.Id).Take(Lot).ToListAsync(annulation);
        var effaces = await db.Set<Orientation>().Where(o => besoins.Contains(o.Besoin)).ExecuteDeleteAsync(annulation);
        // What comes after goes with what it came after, or before it.
        await db.Set<BesoinExprime>().Where(b => b.Apres != null && besoins.Contains(b.Id) && !db.Set<Orientation>().Any(o => o.Besoin == b.Id)).ExecuteDeleteAsync(annulation);
        return effaces + await db.Set<BesoinExprime>().Where(b => besoins.Contains(b.Id) && !db.Set<BesoinExprime>().Any(s => s.Apres == b.Id)).ExecuteDeleteAsync(annulation);
    }
}
