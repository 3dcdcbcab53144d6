using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Today, where the organisation of whoever writes has its seat: in Tahiti the day of Paris is often tomorrow. The same day that the rules compare with.</summary>
internal sealed class JourDuMediateur(IEmplois emplois, ReperesDesLieux lieux, TimeProvider horloge)
{
    /// <summary>The day there; that of Paris for whoever works nowhere today.</summary>
    public async ValueTask<DateOnly> AujourdhuiAsync(Identite identite, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var emploi = identite.Organisation is { } organisation ? await emplois.LeJourAsync(identite.Compte, organisation, JourDeParis.De(maintenant), annulation) : null;
        return lieux.Jour(emploi?.CommuneDuSiege, maintenant);
    }
}
