using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>A <see cref="Signal"/> that is kept: seen, then explained or put right by the médiateur, and only then, if it wasn't, told to who coordinates.</summary>
internal sealed class SignalDeSaisie : IJournalisee
{
    public const int ExplicationMax = 300;

    public required Guid Id { get; init; }
    public required NatureDeSignal Nature { get; init; }
    public required Guid Mediateur { get; init; }
    public required Guid[] Equipes { get; init; }
    public Guid? Personne { get; init; }
    public required DateOnly Jour { get; init; }
    public required DateTimeOffset TrouveLe { get; init; }

    /// <summary>When it was on the screen of the médiateur.</summary>
    public DateTimeOffset? VuLe { get; set; }

    public DateTimeOffset? ExpliqueLe { get; private set; }

    /// <summary>The médiateur's words, for them and who coordinates.</summary>
    [HorsJournal]
    public string? Explication { get; private set; }

    /// <summary>When who coordinates was told.</summary>
    public DateTimeOffset? TransmisLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    public void Expliquer(string? explication, DateTimeOffset maintenant) => (Explication, ExpliqueLe) = (explication, maintenant);
}
