using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Somebody to ask for news, one and three months after their exit.</summary>
internal sealed class RappelDeSuivi : IJournalisee
{
    public required Guid Parcours { get; init; }
    public required Moment Moment { get; init; }
    public required Guid Personne { get; init; }
    public required DateOnly APartirDu { get; init; }
    public required DateOnly AuPlusTard { get; init; }

    /// <summary>When the person was looked at again.</summary>
    public DateTimeOffset? FaitLe { get; set; }

    string IJournalisee.IdJournal => $"{Parcours}:{Moment}";
}
