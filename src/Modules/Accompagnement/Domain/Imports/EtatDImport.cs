namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>Where an import of acts is. Transitions: <see cref="EtatsDImport"/>.</summary>
internal enum EtatDImport
{
    /// <summary>Its columns wait for somebody to say what they are.</summary>
    Colonnes,

    /// <summary>Deposited, waiting to be read or being read.</summary>
    Lecture,

    /// <summary>Read: its author looks at what it would do.</summary>
    AVerifier,

    /// <summary>Confirmed: acts are being written.</summary>
    Ecriture,

    Termine,

    /// <summary>Being rolled back.</summary>
    Annulation,

    /// <summary>Rolled back.</summary>
    Annule,

    /// <summary>The file as a whole couldn't be read, or isn't its author's.</summary>
    Refuse,

    /// <summary>Given up before anything was written.</summary>
    Abandonne,
}

/// <summary>The table of the transitions.</summary>
internal static class EtatsDImport
{
    private static readonly (EtatDImport De, EtatDImport Vers)[] Transitions =
    [
        (EtatDImport.Colonnes, EtatDImport.Lecture), (EtatDImport.Colonnes, EtatDImport.Abandonne),
        (EtatDImport.Lecture, EtatDImport.AVerifier), (EtatDImport.Lecture, EtatDImport.Refuse), (EtatDImport.Lecture, EtatDImport.Abandonne),
        (EtatDImport.AVerifier, EtatDImport.Ecriture), (EtatDImport.AVerifier, EtatDImport.Lecture), (EtatDImport.AVerifier, EtatDImport.Abandonne),
        (EtatDImport.Ecriture, EtatDImport.Termine),
        (EtatDImport.Termine, EtatDImport.Annulation), (EtatDImport.Annulation, EtatDImport.Annule),
        (EtatDImport.Refuse, EtatDImport.Lecture),
    ];

    /// <summary>States in which the same file isn't deposited a second time.</summary>
    public static IReadOnlyList<EtatDImport> Ouverts { get; } = [EtatDImport.Colonnes, EtatDImport.Lecture, EtatDImport.AVerifier, EtatDImport.Ecriture];

    /// <summary>States in which work goes on behind the page.</summary>
    public static IReadOnlyList<EtatDImport> EnTravail { get; } = [EtatDImport.Lecture, EtatDImport.Ecriture, EtatDImport.Annulation];

    public static bool Permet(EtatDImport de, EtatDImport vers) => Array.IndexOf(Transitions, (de, vers)) >= 0;
}
