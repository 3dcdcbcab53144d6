using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>Who follows a person, with their agreement: one médiateur, or every médiateur of an organisation, from an instant until another (excluded).</summary>
internal sealed class Suivi : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Personne { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>The médiateur; null for every médiateur of the organisation.</summary>
    public Guid? Compte { get; init; }

    public required DateTimeOffset Debut { get; init; }
    public DateTimeOffset? Fin { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
