namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>A range of the clock, in minutes since the midnight that starts the day. It may run into the next day.</summary>
/// <param name="Debut">0 to 1439.</param>
/// <param name="Fin">More than <paramref name="Debut"/> and 2880 (48:00) at most. Equal to it for « 18:00+ ».</param>
/// <param name="FinOuverte">True for « 18:00+ » and « 14:00-18:00+ »: the time of closing is not known.</param>
internal readonly record struct PlageHoraire(int Debut, int Fin, bool FinOuverte)
{
    /// <summary>Minutes in a day.</summary>
    public const int Jour = 1440;

    /// <summary>
    /// Until when the state stays unknown after an open end, in minutes since the midnight that starts the day: ten hours later from 17:00, eight
    /// hours later from 22:00, midnight before that. It is how the reference implementation estimates it.
    /// </summary>
    public int FinEstimee => Fin switch
    {
        >= 22 * 60 => Fin + (8 * 60),
        >= 17 * 60 => Fin + (10 * 60),
        _ => Jour,
    };

    /// <summary>True when the range, or its estimated end, runs past midnight.</summary>
    public bool DebordeSurLeLendemain => Fin > Jour || (FinOuverte && FinEstimee > Jour);
}
