using FaireAvec.Cartographie.Horaires.Calendrier;

namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>A comma list of weekdays and holidays: « Mo-Fr », « Mo[1],We », « Su,PH », « PH -1 day ». A day is in when one item takes it.</summary>
/// <param name="Masque">Plain weekdays: bit 0 for Monday to bit 6 for Sunday.</param>
/// <param name="Niemes">Weekdays by rank in the month; empty most often.</param>
/// <param name="Feries">Offsets from public holidays: 0 for « PH », 1 for « PH +1 day », -1 for « PH -1 day »; empty without PH.</param>
/// <param name="Vacances">The table of school holidays when « SH » is in the list; null otherwise.</param>
internal sealed record SelecteurJours(int Masque, IReadOnlyList<NiemeJour> Niemes, IReadOnlyList<int> Feries, VacancesScolaires? Vacances = null)
{
    /// <summary>True when the list only holds plain weekdays, so that every week is alike.</summary>
    public bool Hebdomadaire => Niemes.Count == 0 && !MentionneDesFeries;

    /// <summary>True when public or school holidays are in the list.</summary>
    public bool MentionneDesFeries => Feries.Count > 0 || Vacances is not null;

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public static int Rang(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    /// <summary>True when one item of the list takes the date.</summary>
    public bool Contient(DateOnly date, string departement)
    {
        if ((Masque & (1 << Rang(date))) != 0)
        {
            return true;
        }

        foreach (var decalage in Feries)
        {
            if (JoursFeries.Nom(date.AddDays(-decalage), departement) is not null)
            {
                return true;
            }
        }

        if (Vacances is not null && Vacances.Contient(date, departement))
        {
            return true;
        }

        foreach (var nieme in Niemes)
        {
            if (nieme.Contient(date))
            {
                return true;
            }
        }

        return false;
    }
}
