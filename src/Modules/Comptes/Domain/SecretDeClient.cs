using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>A secret of a client: 256 random bits, shown once. Only their hash is kept, which is enough for what nobody can guess.</summary>
internal sealed class SecretDeClient : IJournalisee
{
    /// <summary>How many characters of its end are kept, so that two of them are told apart.</summary>
    public const int LongueurDeFin = 4;

    public required Guid Id { get; init; }
    public required Guid Client { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    /// <summary>Its last characters.</summary>
    public required string Fin { get; init; }

    public required DateTimeOffset CreeLe { get; init; }
    public required DateTimeOffset ExpireLe { get; set; }

    /// <summary>When a token was last asked for with it: the old one can be removed once the other system has changed.</summary>
    [HorsJournal]
    public DateTimeOffset? VuLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    public bool Valable(DateTimeOffset instant) => instant < ExpireLe;
}
