using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Reports that have served.</summary>
internal sealed class PurgeDesRapports(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.rapports";

    public string CeQuiPart => "Les rapports de statistiques anciens, avec leurs liens";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Rapport>().Where(r => r.CalculeLe < limite).ExecuteDeleteAsync(annulation);
    }
}
