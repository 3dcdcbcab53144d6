using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>Why a card no longer opens anything.</summary>
internal enum FinDeCarte
{
    /// <summary>Lost or worn: another one was made.</summary>
    Remplacee,

    /// <summary>Two follow-ups of the same person were joined; the card of the kept one stays.</summary>
    Reunie,

    /// <summary>The person asked that everything be erased, or the delay ended.</summary>
    Effacee,
}

/// <summary>A card given to somebody. The number is kept to be shown to those who follow them; number and secret are found by a keyed hash only.</summary>
internal sealed class CarteDeParcours : IJournalisee
{
    public required Guid Id { get; init; }
    public Guid Personne { get; set; }

    /// <summary><see cref="NumeroDeCarte.Valeur"/>.</summary>
    [HorsJournal]
    public required string Numero { get; init; }

    /// <summary>Keyed hash of number and secret.</summary>
    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? FinieLe { get; private set; }
    public FinDeCarte? Fin { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>From now on it opens nothing; false when it didn't already.</summary>
    public bool Finir(FinDeCarte fin, DateTimeOffset maintenant)
    {
        if (FinieLe is not null)
        {
            return false;
        }

        (FinieLe, Fin) = (maintenant, fin);
        return true;
    }

    /// <summary>It opens again: the joining that ended it was undone.</summary>
    public void Rouvrir() => (FinieLe, Fin) = (null, null);
}
