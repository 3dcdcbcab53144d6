using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>How long writing took, in weeks that are long past: nobody needs it any more, the person first.</summary>
internal sealed class PurgeDesTempsDeSaisie(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.temps_de_saisie";

    public string CeQuiPart => "Le temps passé à remplir les comptes rendus, semaine par semaine";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = JourDeParis.De(durees.Limite(Nom, maintenant));
        return db.Set<TempsDeSaisie>().Where(t => t.Semaine < limite).ExecuteDeleteAsync(annulation);
    }
}
