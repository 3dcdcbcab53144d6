using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Drafts that nobody touched for long: they hold words about people.</summary>
internal sealed class PurgeDesBrouillons(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.brouillons";

    public string CeQuiPart => "Les comptes rendus commencés et jamais finis";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Brouillon>().Where(b => b.ModifieLe < limite).ExecuteDeleteAsync(annulation);
    }
}
