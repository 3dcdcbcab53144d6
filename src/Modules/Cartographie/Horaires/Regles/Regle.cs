using System.Globalization;
using FaireAvec.Cartographie.Horaires.Calendrier;

namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>
/// One rule of the hours: on which days, at which times, what state. Empty lists of days mean every day; an empty list of times means the whole day.
/// Selectors of different kinds (years, dates, weeks, holidays, weekdays) must all take the day; in one kind, one item is enough.
/// </summary>
internal sealed class Regle
{
    /// <summary>How the rule is joined to those before it.</summary>
    public required Liaison Liaison { get; init; }

    /// <summary>Years, or empty.</summary>
    public IReadOnlyList<PlageAnnees> Annees { get; init; } = [];

    /// <summary>Months and dates, or empty.</summary>
    public IReadOnlyList<PlageDates> Dates { get; init; } = [];

    /// <summary>ISO weeks, or empty.</summary>
    public IReadOnlyList<PlageSemaines> Semaines { get; init; } = [];

    /// <summary>Holidays written before weekdays without a comma (« PH Mo-Fr »): the day must be both. Null otherwise.</summary>
    public SelecteurJours? FeriesEtJours { get; init; }

    /// <summary>Weekdays and holidays, or null.</summary>
    public SelecteurJours? Jours { get; init; }

    /// <summary>Times, or empty.</summary>
    public IReadOnlyList<PlageHoraire> Heures { get; init; } = [];

    /// <summary>The state that the rule gives. A comment without a state makes it unknown.</summary>
    public required EtatOuverture Etat { get; init; }

    /// <summary>The comment between quotes, or null. Empty for « "" », which makes the state unknown and says nothing.</summary>
    public string? Commentaire { get; init; }

    /// <summary>True for « Mo-Fr » and nothing else: open the whole day, which people who write only days don't always mean.</summary>
    public bool SansHeuresNiEtat { get; init; }

    /// <summary>True when the rule says which days: « Mo », « Aug », « PH », « week 1 », « 2026 ».</summary>
    public bool NommeDesJours => Annees.Count > 0 || Dates.Count > 0 || Semaines.Count > 0 || FeriesEtJours is not null || Jours is not null;

    /// <summary>True when the rule says the same of every week.</summary>
    public bool Hebdomadaire => Annees.Count == 0 && Dates.Count == 0 && Semaines.Count == 0 && FeriesEtJours is null && Jours is null or { Hebdomadaire: true };

    /// <summary>True when public holidays are written in the rule.</summary>
    public bool MentionneLesJoursFeries => FeriesEtJours is { Feries.Count: > 0 } || Jours is { Feries.Count: > 0 };

    /// <summary>The table of school holidays when « SH » is written in the rule.</summary>
    public VacancesScolaires? Vacances => FeriesEtJours?.Vacances ?? Jours?.Vacances;

    /// <summary>True when a range runs past midnight.</summary>
    public bool DebordeSurLeLendemain
    {
        get
        {
            foreach (var plage in Heures)
            {
                if (plage.DebordeSurLeLendemain)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>True when the rule takes the date.</summary>
    public bool Prend(DateOnly date, string departement) =>
        PrendAnnee(date.Year)
        && PrendDate(date)
        && PrendSemaine(date)
        && (FeriesEtJours is null || FeriesEtJours.Contient(date, departement))
        && (Jours is null || Jours.Contient(date, departement));

    private bool PrendAnnee(int annee)
    {
        foreach (var plage in Annees)
        {
            if (plage.Contient(annee))
            {
                return true;
            }
        }

        return Annees.Count == 0;
    }

    private bool PrendDate(DateOnly date)
    {
        foreach (var plage in Dates)
        {
            if (plage.Contient(date))
            {
                return true;
            }
        }

        return Dates.Count == 0;
    }

    private bool PrendSemaine(DateOnly date)
    {
        if (Semaines.Count == 0)
        {
            return true;
        }

        var semaine = ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue));
        foreach (var plage in Semaines)
        {
            if (plage.Contient(semaine))
            {
                return true;
            }
        }

        return false;
    }
}
