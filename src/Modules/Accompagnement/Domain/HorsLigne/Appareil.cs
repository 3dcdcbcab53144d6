using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>
/// A telephone or a tablet on which somebody works without network, for one organisation. Its id, that nobody guesses, is known by the device alone: it says
/// whether the device was taken back, even when nobody is signed in there.
/// </summary>
internal sealed class Appareil : IJournalisee
{
    public const int NomMax = 60;
    public const int VersionMax = 40;

    /// <summary>Devices in use of one person.</summary>
    public const int Max = 10;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>What its owner calls it: « Mon téléphone bleu ».</summary>
    [Personnel]
    public required string Nom { get; set; }

    public required DateTimeOffset InscritLe { get; init; }

    /// <summary>Last time that its owner, signed in, used it with network.</summary>
    [HorsJournal]
    public required DateTimeOffset VuLe { get; set; }

    /// <summary>Version of the application that it ran then.</summary>
    [HorsJournal]
    public string? VersionDeLApplication { get; set; }

    public DateTimeOffset? RevoqueLe { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Compte;

    /// <summary>From its next contact on it keeps nothing; false when it was so already.</summary>
    public bool Revoquer(DateTimeOffset maintenant)
    {
        if (RevoqueLe is not null)
        {
            return false;
        }

        RevoqueLe = maintenant;
        return true;
    }
}
