namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>A range of the clock, in minutes since the midnight that starts the day. It may run into the next day.</summary>
/// <param name="Debut">0 to 1439.</param>
/// <param name="Fin">More than <paramref name="Debut"/> and 2880 (48:00) at most. Equal to it for « 18:00+ ».</param>
internal readonly record struct PlageHoraire(int Debut, int Fin)
{
    /// <summary>Minutes in a day.</summary>
    public const int Jour = 1440;

    /// <summary>« 18:00+ ».</summary>
    public static PlageHoraire SansFin(int debut) => new(debut, debut);

    /// <summary>True for « 18:00+ »: the time of closing is not known.</summary>
    public bool FinOuverte => Fin == Debut;

    /// <summary>
    /// Until when the state stays unknown after an open end, in minutes since the midnight that starts the day: ten hours later from 17:00, eight
    /// hours later from 22:00, midnight before that. It is how the reference implementation estimates it.
    /// </summary>
    public int FinEstimee => Debut switch
    {
        >= 22 * 60 => Debut + (8 * 60),
        >= 17 * 60 => Debut + (10 * 60),
        _ => Jour,
    };

    /// <summary>True when the range, or its estimated end, runs past midnight.</summary>
    public bool DebordeSurLeLendemain => Fin > Jour || (FinOuverte && FinEstimee > Jour);
}
