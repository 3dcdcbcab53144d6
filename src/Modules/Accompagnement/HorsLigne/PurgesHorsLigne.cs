using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>What was sent and that nobody dealt with: its content goes, its receipt stays, so that a device that sends it again isn't believed.</summary>
internal sealed class PurgeDesEnvois(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.envois";

    public string CeQuiPart => "Les envois refusés que personne n’a repris";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Envoi>().Where(e => e.RecuLe < limite && (e.Etat == EtatDEnvoi.Refuse || e.Etat == EtatDEnvoi.Conflit))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Etat, EtatDEnvoi.Abandonne).SetProperty(x => x.Corps, (byte[]?)null).SetProperty(x => x.DecideLe, maintenant), annulation);
    }
}

/// <summary>Devices that nobody uses any more, with their receipts and their cards that weren't given. One that comes back erases itself: it isn't known.</summary>
internal sealed class PurgeDesAppareils(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "accompagnement.appareils";

    public string CeQuiPart => "Les appareils qui ne servent plus";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Appareil>().Where(a => (a.RevoqueLe ?? a.VuLe) < limite).ExecuteDeleteAsync(annulation);
    }
}
