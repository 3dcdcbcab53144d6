namespace FaireAvec.Cartographie.Domain;

/// <summary>State of an import. Transitions: <see cref="StatutsImport"/>.</summary>
internal enum StatutImport
{
    /// <summary>Asked for; its turn hasn't come.</summary>
    EnAttente,
    EnCours,

    /// <summary>A dry run: the report, and nothing else.</summary>
    ABlanc,

    /// <summary>Held: the source lost too many places. Waits for a person.</summary>
    Retenu,
    Publie,

    /// <summary>Refused while it was held, or rolled back after it was published.</summary>
    Annule,

    /// <summary>The file couldn't be had or read; nothing changed.</summary>
    Echec,

    /// <summary>The file says what was known already.</summary>
    Inchange,
}

/// <summary>The table of allowed transitions.</summary>
internal static class StatutsImport
{
    private static readonly HashSet<(StatutImport De, StatutImport Vers)> Permises =
    [
        (StatutImport.EnAttente, StatutImport.EnCours),
        (StatutImport.EnAttente, StatutImport.Echec),
        (StatutImport.EnCours, StatutImport.ABlanc),
        (StatutImport.EnCours, StatutImport.Retenu),
        (StatutImport.EnCours, StatutImport.Publie),
        (StatutImport.EnCours, StatutImport.Echec),
        (StatutImport.EnCours, StatutImport.Inchange),
        (StatutImport.Retenu, StatutImport.Publie),
        (StatutImport.Retenu, StatutImport.Annule),
        (StatutImport.Publie, StatutImport.Annule),
    ];

    public static bool Permet(StatutImport de, StatutImport vers) => Permises.Contains((de, vers));
}
