using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>The application of a phone that makes codes, one for each account. Kept only once a first code has proved that it works.</summary>
internal sealed class ApplicationDeCodes : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }

    /// <summary>The seed, closed by Data Protection: never in clear, not even in the journal.</summary>
    [HorsJournal]
    public required byte[] GraineChiffree { get; init; }

    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? UtiliseeLe { get; set; }

    /// <summary>The last step whose code was accepted: it and those before never count again.</summary>
    [HorsJournal]
    public required long DernierPas { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
