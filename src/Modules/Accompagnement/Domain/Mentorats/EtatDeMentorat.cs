namespace FaireAvec.Accompagnement.Domain.Mentorats;

/// <summary>State of a mentorship.</summary>
internal enum EtatDeMentorat
{
    /// <summary>Declared, and nobody objected.</summary>
    EnCours,

    /// <summary>One of the two objected: it counts for nothing.</summary>
    Refuse,

    /// <summary>It took place, and is over.</summary>
    Termine,
}

/// <summary>Who somebody is in a mentorship.</summary>
internal enum PlaceDansLeMentorat
{
    Mentor,
    Mentore,
    Coordination,
}

/// <summary>The table of allowed transitions, each with who may do it. What was refused or is over is declared anew.</summary>
internal static class EtatsDeMentorat
{
    private static readonly Dictionary<(EtatDeMentorat De, EtatDeMentorat Vers), PlaceDansLeMentorat[]> Permises = new()
    {
        // A mentor is never given against somebody's will: the two of them say no, and nobody for them.
        [(EtatDeMentorat.EnCours, EtatDeMentorat.Refuse)] = [PlaceDansLeMentorat.Mentor, PlaceDansLeMentorat.Mentore],
        [(EtatDeMentorat.EnCours, EtatDeMentorat.Termine)] = [PlaceDansLeMentorat.Mentor, PlaceDansLeMentorat.Mentore, PlaceDansLeMentorat.Coordination],
    };

    public static bool Permet(EtatDeMentorat de, EtatDeMentorat vers, PlaceDansLeMentorat qui) => Permises.TryGetValue((de, vers), out var places) && places.Contains(qui);
}
