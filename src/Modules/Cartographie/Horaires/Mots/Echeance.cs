namespace FaireAvec.Cartographie.Horaires.Mots;

/// <summary>How far a change is, which decides how it is told.</summary>
internal enum Eloignement
{
    /// <summary>Today, or in the first hours of the night that follows: the time is enough.</summary>
    Aujourdhui,

    /// <summary>Tomorrow.</summary>
    Demain,

    /// <summary>In two to six days: the weekday is enough.</summary>
    CetteSemaine,

    /// <summary>Later in the year to come: the date is needed.</summary>
    PlusTard,

    /// <summary>In a year or more: the date needs its year.</summary>
    UneAutreAnnee,
}

/// <summary>A change to tell, in local time.</summary>
/// <param name="Eloignement">How far it is.</param>
/// <param name="Date">The local date.</param>
/// <param name="Minutes">Minutes since midnight, 0 to 1439; 1440 for the midnight that ends today.</param>
internal readonly record struct Echeance(Eloignement Eloignement, DateOnly Date, int Minutes)
{
    // « Ouvert jusqu’à 2 h », said in the evening, is understood by all.
    private const int FinDeNuit = 6 * 60;

    /// <summary>The distance from now to a change, both in local time.</summary>
    public static Echeance De(DateTimeOffset maintenant, DateTimeOffset changement)
    {
        var date = DateOnly.FromDateTime(changement.DateTime);
        var minutes = (changement.Hour * 60) + changement.Minute;
        var jours = date.DayNumber - DateOnly.FromDateTime(maintenant.DateTime).DayNumber;
        return (jours, minutes) switch
        {
            (1, 0) => new Echeance(Eloignement.Aujourdhui, date, 1440),
            (0, _) => new Echeance(Eloignement.Aujourdhui, date, minutes),
            (1, < FinDeNuit) when maintenant.Hour >= 12 => new Echeance(Eloignement.Aujourdhui, date, minutes),
            (1, _) => new Echeance(Eloignement.Demain, date, minutes),
            ( < 7, _) => new Echeance(Eloignement.CetteSemaine, date, minutes),
            ( < 300, _) => new Echeance(Eloignement.PlusTard, date, minutes),
            _ => new Echeance(Eloignement.UneAutreAnnee, date, minutes),
        };
    }
}
