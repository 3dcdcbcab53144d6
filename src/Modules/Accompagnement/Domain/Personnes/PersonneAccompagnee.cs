using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>How much of oneself one gives, by one's own choice. An anonymous person has no row at all.</summary>
internal enum NiveauDIdentite
{
    /// <summary>A card, no name.</summary>
    Carte,

    /// <summary>A name, with consent.</summary>
    Suivie,
}

/// <summary>Somebody who is helped, with a card or by name. Never a staff account.</summary>
internal sealed class PersonneAccompagnee : IJournalisee
{
    public required Guid Id { get; init; }
    public required NiveauDIdentite Niveau { get; set; }

    /// <summary>Where it was opened.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>Invented, for the demonstration.</summary>
    public bool Demonstration { get; init; }

    public required DateTimeOffset CreeeLe { get; init; }

    /// <summary>The person that this one turned out to be.</summary>
    public Guid? FusionneeDans { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Id;
}
