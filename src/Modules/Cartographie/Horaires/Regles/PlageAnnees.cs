namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>« 2025 », « 2025-2027 », « 2025-2031/2 » or « 2025+ ».</summary>
/// <param name="Debut">First year.</param>
/// <param name="Fin">Last year, included.</param>
/// <param name="Pas">1 for each year, 2 for one out of two, counted from the first.</param>
internal readonly record struct PlageAnnees(int Debut, int Fin, int Pas)
{
    /// <summary>True when the year is one of the range.</summary>
    public bool Contient(int annee) => annee >= Debut && annee <= Fin && (annee - Debut) % Pas == 0;
}
