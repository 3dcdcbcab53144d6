namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>« week 5 », « week 5-9 » or « week 1-53/2 »: ISO 8601 weeks, which start on Monday. Week 53 exists only in some years.</summary>
/// <param name="Debut">First week, 1 to 53.</param>
/// <param name="Fin">Last week, included.</param>
/// <param name="Pas">1 for each week, 2 for one out of two, counted from the first.</param>
internal readonly record struct PlageSemaines(int Debut, int Fin, int Pas)
{
    /// <summary>True when the week number is one of the range.</summary>
    public bool Contient(int semaine) => semaine >= Debut && semaine <= Fin && (semaine - Debut) % Pas == 0;
}
