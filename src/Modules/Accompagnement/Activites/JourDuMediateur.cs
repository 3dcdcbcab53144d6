using System.Globalization;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Today, where the organisation of whoever writes has its seat: in Tahiti the day of Paris is often tomorrow. The same day that the rules compare with.</summary>
internal sealed class JourDuMediateur(IEmplois emplois, ReperesDesLieux lieux, TimeProvider horloge)
{
    /// <summary>Today and yesterday there, at one touch: the day in ISO, and what it is called.</summary>
    public async ValueTask<IReadOnlyList<(string Jour, string Libelle)>> ProposesAsync(Identite identite, CancellationToken annulation)
    {
        var aujourdhui = await AujourdhuiAsync(identite, annulation);
        return [(Iso(aujourdhui), MotsActivites.T("Ecrire.Quand.Aujourdhui")), (Iso(aujourdhui.AddDays(-1)), MotsActivites.T("Ecrire.Quand.Hier"))];
    }

    public static string Iso(DateOnly jour) => jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day there; that of Paris for whoever works nowhere today.</summary>
    public async ValueTask<DateOnly> AujourdhuiAsync(Identite identite, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var emploi = identite.Organisation is { } organisation ? await emplois.LeJourAsync(identite.Compte, organisation, JourDeParis.De(maintenant), annulation) : null;
        return lieux.Jour(emploi?.CommuneDuSiege, maintenant);
    }
}
