using System.Security.Cryptography;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Domain;

/// <summary>State of a request for help. Transitions: <see cref="DemandeDeSecours"/>.</summary>
internal enum EtatDeSecours
{
    /// <summary>Waits for two colleagues.</summary>
    EnAttente,

    /// <summary>Two have agreed: a link has left.</summary>
    Accordee,

    /// <summary>The person has new factors.</summary>
    Faite,

    /// <summary>Refused by a colleague.</summary>
    Refusee,

    /// <summary>The person said that it wasn't them.</summary>
    Annulee,
}

/// <summary>
/// Somebody has lost every way to sign in. Two different people of their organisation, neither of them the asker, recognise them and agree; one alone
/// never suffices.
/// </summary>
internal sealed class DemandeDeSecours : IJournalisee
{
    /// <summary>How many have to agree.</summary>
    public const int Accords = 2;

    public const int LongueurDuCode = 6;

    public static readonly TimeSpan Duree = TimeSpan.FromDays(7);

    private const string Alphabet = "ABCDEFGHJKMNPQRSTWXYZ23456789";

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public EtatDeSecours Etat { get; private set; } = EtatDeSecours.EnAttente;

    /// <summary>What the person tells their colleagues by voice, who type it: they agree to this request, not to somebody else's.</summary>
    [HorsJournal]
    public required string Code { get; init; }

    public required DateTimeOffset DemandeeLe { get; init; }
    public required DateTimeOffset ExpireLe { get; init; }

    /// <summary>The first who agreed, and when.</summary>
    public Guid? Premier { get; private set; }

    public DateTimeOffset? PremierLe { get; private set; }

    /// <summary>The second.</summary>
    public Guid? Second { get; private set; }

    public DateTimeOffset? SecondLe { get; private set; }
    public Guid? RefuseePar { get; private set; }
    public DateTimeOffset? FinieLe { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    public static string TirerUnCode() => RandomNumberGenerator.GetString(Alphabet, LongueurDuCode);

    public bool EnAttente(DateTimeOffset maintenant) => Etat == EtatDeSecours.EnAttente && maintenant < ExpireLe;

    /// <summary>A colleague agrees, with the code that the person told them. True when it was the second one.</summary>
    public Resultat<bool> Accorder(Guid par, string? code, DateTimeOffset maintenant)
    {
        if (!EnAttente(maintenant))
        {
            return ErreursDeConnexion.SecoursFini;
        }

        if (SeparationDesTaches.Conflit(Premier is null ? SeparationDesTaches.PremierAccordDeSecours : SeparationDesTaches.SecondAccordDeSecours, ActesDe(par)) is { } conflit)
        {
            return conflit.Acte == SeparationDesTaches.PremierAccordDeSecours ? ErreursDeConnexion.SecoursDejaAccorde : ErreursDeConnexion.SecoursPourSoi;
        }

        if (!string.Equals(string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit)), Code, StringComparison.OrdinalIgnoreCase))
        {
            return ErreursDeConnexion.SecoursCode;
        }

        if (Premier is null)
        {
            (Premier, PremierLe) = (par, maintenant);
            return false;
        }

        (Second, SecondLe, Etat) = (par, maintenant, EtatDeSecours.Accordee);
        return true;
    }

    /// <summary>A colleague doesn't recognise the person.</summary>
    public Resultat<bool> Refuser(Guid par, DateTimeOffset maintenant)
    {
        if (!EnAttente(maintenant))
        {
            return ErreursDeConnexion.SecoursFini;
        }

        if (ActesDe(par).Contains(SeparationDesTaches.DemanderSecours))
        {
            return ErreursDeConnexion.SecoursPourSoi;
        }

        (RefuseePar, FinieLe, Etat) = (par, maintenant, EtatDeSecours.Refusee);
        return true;
    }

    /// <summary>The person says no, as long as new factors aren't there. False when it is over.</summary>
    public bool Annuler(DateTimeOffset maintenant)
    {
        if (Etat is not (EtatDeSecours.EnAttente or EtatDeSecours.Accordee))
        {
            return false;
        }

        (Etat, FinieLe) = (EtatDeSecours.Annulee, maintenant);
        return true;
    }

    /// <summary>The link was used. False when it was cancelled meanwhile.</summary>
    public bool Faire(DateTimeOffset maintenant)
    {
        if (Etat != EtatDeSecours.Accordee)
        {
            return false;
        }

        (Etat, FinieLe) = (EtatDeSecours.Faite, maintenant);
        return true;
    }

    /// <summary>What they already did on this request.</summary>
    private IReadOnlyList<string> ActesDe(Guid compte) =>
        [.. compte == Compte ? [SeparationDesTaches.DemanderSecours] : Array.Empty<string>(), .. compte == Premier ? [SeparationDesTaches.PremierAccordDeSecours] : Array.Empty<string>()];
}
