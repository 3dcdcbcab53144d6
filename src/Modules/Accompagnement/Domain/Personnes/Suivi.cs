using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>How the person agreed to be followed by this médiateur, or by this organisation.</summary>
internal enum AccordDeSuivi
{
    /// <summary>They gave the number and the secret of their card.</summary>
    Carte,

    /// <summary>They said so to the médiateur, who read them the text.</summary>
    Oral,

    /// <summary>They signed a paper.</summary>
    Papier,
}

/// <summary>Why a follow-up ended.</summary>
internal enum FinDeSuivi
{
    /// <summary>The person took their agreement back.</summary>
    Retrait,

    /// <summary>The médiateur ended it.</summary>
    Mediateur,

    /// <summary>Everything was erased.</summary>
    Effacement,

    /// <summary>The médiateur no longer works for the organisation.</summary>
    Depart,
}

/// <summary>Who follows a person, with their agreement: one médiateur, or every médiateur of an organisation, from an instant until another (excluded).</summary>
/// <remarks>
/// The agreement is to somebody in a place: it ends with their role there, in the night that follows. Coming back months later opens nothing: the person gives
/// their card or agrees again. A role that is given again before that night (a contract that is renewed) changes nothing; what is shared with every médiateur
/// of the organisation doesn't depend on one of them.
/// </remarks>
internal sealed class Suivi : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Personne { get; set; }
    public required Guid Organisation { get; init; }

    /// <summary>The médiateur; null for every médiateur of the organisation.</summary>
    public Guid? Compte { get; init; }

    public required DateTimeOffset Debut { get; init; }
    public DateTimeOffset? Fin { get; private set; }

    /// <summary>Who recorded the agreement.</summary>
    public Guid? Par { get; init; }

    public AccordDeSuivi Accord { get; init; }

    /// <summary>Why it ended.</summary>
    public FinDeSuivi? Motif { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>False when it was over already.</summary>
    public bool Finir(FinDeSuivi motif, DateTimeOffset maintenant)
    {
        if (Fin is not null)
        {
            return false;
        }

        (Fin, Motif) = (maintenant, motif);
        return true;
    }
}
