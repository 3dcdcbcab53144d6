using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>What the table of decision looks at. Nothing of it is kept but the needs that come out.</summary>
internal sealed record SituationExprimee
{
    /// <summary>At so many days of the loss of a right or fewer, it can't wait.</summary>
    public const int JoursUrgents = 15;

    /// <summary>Codes of <see cref="BesoinsDOrientation"/>, as the person says them.</summary>
    public IReadOnlyList<string> Besoins { get; init; } = [];

    public IReadOnlySet<SignalDOrientation> Signaux { get; init; } = new HashSet<SignalDOrientation>();

    /// <summary>Days before rights end; null when nothing ends. Not positive: they have ended.</summary>
    public int? JoursAvantPerte { get; init; }

    public MajoriteDeLaPersonne Majorite { get; init; }

    public ProtectionDAdulte Protection { get; init; }

    public bool A(SignalDOrientation signal) => Signaux.Contains(signal);

    public bool Veut(string besoin) => Besoins.Contains(besoin, StringComparer.Ordinal);

    public bool PerdSesDroits => JoursAvantPerte <= JoursUrgents || A(SignalDOrientation.PerteDeDroits);
}
