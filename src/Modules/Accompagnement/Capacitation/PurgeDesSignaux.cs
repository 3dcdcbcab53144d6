using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>Entries that surprised, a year later: explained or not, they are no longer a question to anybody.</summary>
internal sealed class PurgeDesSignaux(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.signaux_de_saisie";

    public string CeQuiPart => "Les saisies à regarder de nouveau, et ce que le médiateur en a dit";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<SignalDeSaisie>().Where(s => s.TrouveLe < limite).ExecuteDeleteAsync(annulation);
    }
}
