using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Mentorats;

/// <summary>Mentorships that were refused or ended long ago, with their meetings.</summary>
internal sealed class PurgeDesMentorats(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.mentorats";

    public string CeQuiPart => "Les mentorats refusés ou finis, et leurs rencontres";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = JourDeParis.De(durees.Limite(Nom, maintenant));
        return db.Set<Mentorat>().Where(m => m.Fin < limite).ExecuteDeleteAsync(annulation);
    }
}
