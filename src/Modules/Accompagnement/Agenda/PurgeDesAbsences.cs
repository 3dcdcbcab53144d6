using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>Absences that are long over: when somebody was away is theirs.</summary>
internal sealed class PurgeDesAbsences(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.absences";

    public string CeQuiPart => "Les absences finies des médiateurs";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Absence>().Where(a => a.Fin < limite).ExecuteDeleteAsync(annulation);
    }
}
