using FaireAvec.Accompagnement.Domain.Rappels;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Rappels;

/// <summary>That reminders went, once it is of no use to know it.</summary>
internal sealed class PurgeDesRappels(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.rappels";

    public string CeQuiPart => "Le fait qu’un rappel de rendez-vous est parti";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Rappel>().Where(r => r.Debut < limite).ExecuteDeleteAsync(annulation);
    }
}
