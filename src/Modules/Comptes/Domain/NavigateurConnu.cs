using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>A browser where an account signed in before: no notice by mail, and a counter of failures of its own. Never on a shared computer.</summary>
internal sealed class NavigateurConnu : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }

    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    public string? Nom { get; init; }
    public required DateTimeOffset PremierLe { get; init; }
    public required DateTimeOffset VuLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
