using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>Deposited files and what was read of them go, thirty days after the import ended, or after it was left; what it did, in numbers, and the ids of the acts stay with the acts.</summary>
internal sealed class PurgeDesImports(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.imports";

    public string CeQuiPart => "Les fichiers d’activités importés, et leurs lignes";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        // What its author never confirmed is given up.
        await db.Set<ImportDActivites>().Where(i => i.DeposeLe < limite && (i.Etat == EtatDImport.Colonnes || i.Etat == EtatDImport.AVerifier || i.Etat == EtatDImport.Lecture))
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Etat, EtatDImport.Abandonne).SetProperty(x => x.FiniLe, x => (DateTimeOffset?)x.DeposeLe), annulation);
        var vieux = db.Set<ImportDActivites>().Where(i => i.EffaceLe == null && i.FiniLe < limite);
        await db.EffacerLesContenusAsync(vieux, annulation);
        return await vieux.ExecuteUpdateAsync(i => i.SetProperty(x => x.EffaceLe, maintenant), annulation);
    }
}
