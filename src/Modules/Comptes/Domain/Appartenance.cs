using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Domain;

/// <summary>
/// Somebody has a role in an organisation, from an instant until another (excluded). The database refuses two that overlap for one person, organisation
/// and role. Nothing is ever erased from it: it answers « who could see what on that day ».
/// </summary>
internal sealed class Appartenance : IJournalisee
{
    public const int MotifMax = 300;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required Guid Organisation { get; init; }
    public required Role Role { get; init; }
    public required DateTimeOffset Debut { get; init; }

    /// <summary>The instant from which the role is no longer held; null while it lasts.</summary>
    public DateTimeOffset? Fin { get; private set; }

    public string? MotifDeFin { get; private set; }

    /// <summary>Codes of the départements of a territory's role (<see cref="Territoires"/>); empty for others.</summary>
    public string[] Departements { get; init; } = [];

    /// <summary>Who gave it: an account, or null for the operator's command and the demonstration.</summary>
    public Guid? DonneePar { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    public bool Valable(DateTimeOffset instant) => Debut <= instant && (Fin is null || instant < Fin);

    /// <summary>Ends the role. One that hasn't begun ends where it begins: it was never held. False when it has ended already.</summary>
    public bool Terminer(DateTimeOffset instant, string? motif)
    {
        if (Fin is { } fin && fin <= instant)
        {
            return false;
        }

        (Fin, MotifDeFin) = (instant < Debut ? Debut : instant, motif);
        return true;
    }
}
