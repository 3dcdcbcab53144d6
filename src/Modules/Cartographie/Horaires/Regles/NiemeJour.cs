using System.Numerics;

namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>« Mo[1] », « Sa[1,3] », « Fr[-1] », « Su[1] +1 day »: a weekday by its rank in the month, moved by some days.</summary>
/// <param name="Jour">0 for Monday to 6 for Sunday.</param>
/// <param name="Rangs">Set of ranks from the start: bit n for the nth, 1 to 5.</param>
/// <param name="RangsDeLaFin">Set of ranks from the end: bit n for the nth before the end, 1 to 5.</param>
/// <param name="Decalage">Days added, negative for days before; 0 without offset.</param>
internal readonly record struct NiemeJour(int Jour, int Rangs, int RangsDeLaFin, int Decalage)
{
    /// <summary>How many ranks are written.</summary>
    public int NombreDeRangs => BitOperations.PopCount((uint)Rangs) + BitOperations.PopCount((uint)RangsDeLaFin);

    /// <summary>True when the offset never leaves the month, whatever the month.</summary>
    public bool ResteDansLeMois
    {
        get
        {
            for (var rang = 1; rang <= 5 && Decalage != 0; rang++)
            {
                // The nth weekday is between these days of the month; from the end, between these days before its end. A month has 28 days or more.
                var (premier, dernier) = (7 * (rang - 1), (7 * rang) - 1);
                if (((Rangs & (1 << rang)) != 0 && (premier + Decalage < 0 || dernier + Decalage > 27))
                    || ((RangsDeLaFin & (1 << rang)) != 0 && (premier - Decalage < 0 || dernier - Decalage > 27)))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>True when the date is one of these days.</summary>
    public bool Contient(DateOnly date)
    {
        var origine = date.AddDays(-Decalage);
        if (SelecteurJours.Rang(origine) != Jour)
        {
            return false;
        }

        var rang = ((origine.Day - 1) / 7) + 1;
        var rangDeLaFin = ((DateTime.DaysInMonth(origine.Year, origine.Month) - origine.Day) / 7) + 1;
        return (Rangs & (1 << rang)) != 0 || (RangsDeLaFin & (1 << rangDeLaFin)) != 0;
    }
}
