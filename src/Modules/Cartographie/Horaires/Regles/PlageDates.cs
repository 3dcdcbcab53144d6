namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>
/// « Aug », « Nov-Feb », « Dec 25 », « Aug 1-15 », « Dec 20-Jan 5 » or « 2025 Dec 20-2026 Jan 5 ». Without years, a range whose end comes before its
/// start runs over the new year, each year.
/// </summary>
/// <param name="Debut">First day. Without year: month × 100 + day; with a year: year × 10000 + month × 100 + day.</param>
/// <param name="Fin">Last day, included, written the same way. A month alone ends on its 31st.</param>
/// <param name="Pas">1 for each day, 2 for one out of two, counted from the first; more than 1 only inside one month.</param>
/// <param name="AvecAnnee">True when both bounds carry a year.</param>
/// <param name="MoisEntier">True when the bounds were written without days.</param>
internal readonly record struct PlageDates(int Debut, int Fin, int Pas, bool AvecAnnee, bool MoisEntier)
{
    /// <summary>True when both bounds are in the same month.</summary>
    public bool SeulMois => Debut / 100 == Fin / 100;

    /// <summary>True when the date is one of the range.</summary>
    public bool Contient(DateOnly date)
    {
        var jour = (date.Month * 100) + date.Day;
        if (AvecAnnee)
        {
            jour += date.Year * 10000;
        }

        var dedans = Debut <= Fin ? jour >= Debut && jour <= Fin : jour >= Debut || jour <= Fin;
        return dedans && (jour - Debut) % Pas == 0;
    }
}
