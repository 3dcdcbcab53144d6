namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>What became of something sent by a device.</summary>
internal enum EtatDEnvoi
{
    /// <summary>Written.</summary>
    Accepte,

    /// <summary>Nothing to do: something later about the same thing came before it.</summary>
    Depasse,

    /// <summary>Can't be written as it is: kept 30 days for its author.</summary>
    Refuse,

    /// <summary>Something else stands there: its author chooses.</summary>
    Conflit,

    /// <summary>Its author dealt with it in the ordinary form, or kept it over the other one.</summary>
    Repris,

    /// <summary>Its author gave it up.</summary>
    Abandonne,
}

/// <summary>The table of what may become what.</summary>
internal static class EtatsDEnvoi
{
    private static readonly HashSet<(EtatDEnvoi De, EtatDEnvoi Vers)> Permises =
    [
        (EtatDEnvoi.Refuse, EtatDEnvoi.Repris),
        (EtatDEnvoi.Refuse, EtatDEnvoi.Abandonne),
        (EtatDEnvoi.Conflit, EtatDEnvoi.Repris),
        (EtatDEnvoi.Conflit, EtatDEnvoi.Abandonne),
    ];

    public static bool Permet(EtatDEnvoi de, EtatDEnvoi vers) => Permises.Contains((de, vers));

    /// <summary>True while its author has something to decide, so that its content is kept.</summary>
    public static bool ARevoir(EtatDEnvoi etat) => etat is EtatDEnvoi.Refuse or EtatDEnvoi.Conflit;

    /// <summary>True when the device has nothing left to do with it.</summary>
    public static bool Fini(EtatDEnvoi etat) => !ARevoir(etat);

    /// <summary>As the device reads it.</summary>
    public static string Code(EtatDEnvoi etat) => etat switch
    {
        EtatDEnvoi.Accepte => "accepte",
        EtatDEnvoi.Depasse => "depasse",
        EtatDEnvoi.Refuse => "refuse",
        EtatDEnvoi.Conflit => "conflit",
        EtatDEnvoi.Repris => "repris",
        EtatDEnvoi.Abandonne => "abandonne",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };
}
