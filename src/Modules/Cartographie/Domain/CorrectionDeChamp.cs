using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A person corrects one field of one place. The correction is shown in place of the source's value until the source changes that value; it is offered
/// back to the producer meanwhile.
/// </summary>
internal sealed class CorrectionDeChamp : IJournalisee
{
    public const int MotifMax = 500;

    /// <summary>The fields that a person may correct: all but the identity of the row.</summary>
    public static readonly IReadOnlyList<string> Champs = [.. FicheLieu.Colonnes.Except(["id", "source"], StringComparer.Ordinal)];

    public required Guid Id { get; init; }
    public required string Lieu { get; init; }

    /// <summary>Column of the standard.</summary>
    public required string Champ { get; init; }

    /// <summary>The right value, as in a CSV cell; null = the field is empty.</summary>
    public string? Valeur { get; init; }

    /// <summary>What the source said that day: as long as it still says it, the correction wins.</summary>
    public string? ValeurDeLaSource { get; init; }

    public required string Auteur { get; init; }
    public string? Motif { get; init; }
    public required DateTimeOffset CreeeLe { get; init; }
    public EtatCorrection Etat { get; private set; } = EtatCorrection.Active;
    public DateTimeOffset? CloseLe { get; private set; }

    /// <summary>The import whose new value closed it: when that import is rolled back, the correction is in force again.</summary>
    public Guid? ClosePar { get; private set; }

    string IJournalisee.IdJournal => $"{Lieu}/{Champ}";

    /// <summary>What the source says now decides: another value than the one corrected closes the correction. True when it was closed.</summary>
    public bool Confronter(string? valeurDeLaSource, Guid import, DateTimeOffset maintenant)
    {
        if (Etat != EtatCorrection.Active || valeurDeLaSource == ValeurDeLaSource || !Passer(EtatCorrection.DepasseeParLaSource, maintenant))
        {
            return false;
        }

        ClosePar = import;
        return true;
    }

    /// <summary>Moves the correction to another state; false when the table doesn't allow it.</summary>
    public bool Passer(EtatCorrection vers, DateTimeOffset maintenant)
    {
        if (!EtatsCorrection.Permet(Etat, vers))
        {
            return false;
        }

        Etat = vers;
        (CloseLe, ClosePar) = (vers == EtatCorrection.Active ? null : maintenant, null);
        return true;
    }
}
