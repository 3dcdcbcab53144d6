using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain;

/// <summary>The manager of a shelter or a residence asks for it to be shown (<see cref="RetenueHebergement"/>). It holds until it is taken back, whatever the imports say.</summary>
internal sealed class AccordDHebergement : IJournalisee
{
    public const int MotifMax = 500;

    public required Guid Id { get; init; }

    /// <summary>The source record.</summary>
    public required string Lieu { get; init; }

    /// <summary>Who noted it on this site; it isn't the manager.</summary>
    public required string Auteur { get; init; }

    /// <summary>Who agreed and how, in words: a function, never a person's name.</summary>
    public required string Motif { get; init; }

    public required DateTimeOffset DonneLe { get; init; }
    public DateTimeOffset? RetireLe { get; private set; }
    public string? MotifDeRetrait { get; private set; }

    string IJournalisee.IdJournal => Lieu;

    /// <summary>Takes it back; false when it was already.</summary>
    public bool Retirer(string? motif, DateTimeOffset maintenant)
    {
        if (RetireLe is not null)
        {
            return false;
        }

        (RetireLe, MotifDeRetrait) = (maintenant, motif);
        return true;
    }
}
