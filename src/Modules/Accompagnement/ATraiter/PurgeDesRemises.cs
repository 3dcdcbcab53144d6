using FaireAvec.Accompagnement.Domain.ATraiter;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.ATraiter;

/// <summary>What was put off until a day that has passed.</summary>
internal sealed class PurgeDesRemises(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.remises";

    public string CeQuiPart => "Les lignes d’« À traiter » remises à une date passée";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = JourDeParis.De(durees.Limite(Nom, maintenant));
        return db.Set<RemiseAPlusTard>().Where(r => r.Jusqua < limite).ExecuteDeleteAsync(annulation);
    }
}
