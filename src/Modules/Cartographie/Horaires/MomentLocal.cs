using FaireAvec.Cartographie.Horaires.Calendrier;

namespace FaireAvec.Cartographie.Horaires;

/// <summary>
/// An instant read on the clock of a département. Computed once for the places of a département, it makes « open now » a look-up in a table.
/// </summary>
/// <param name="Jour">The local date.</param>
/// <param name="Minute">Minutes since local midnight, 0 to 1439. Seconds are dropped: hours are written to the minute.</param>
/// <param name="Departement">Code of the département ("75", "2A", "974"): it gives the public holidays.</param>
internal readonly record struct MomentLocal(DateOnly Jour, int Minute, string Departement)
{
    /// <summary>
    /// Reads the instant on the clock of the département. During the second pass of the hour repeated in autumn, the clock is held at the last
    /// minute of that hour: a place that closes at 2:30 closes at the first 2:30 and does not open again.
    /// </summary>
    public static MomentLocal De(DateTimeOffset instant, string departement)
    {
        var fuseau = FuseauHoraire.De(departement);
        var local = TimeZoneInfo.ConvertTime(instant, fuseau);
        var minute = (local.Hour * 60) + local.Minute;
        if (FuseauHoraire.EstSecondPassage(fuseau, local))
        {
            minute = FuseauHoraire.DerniereMinuteRepetee(fuseau, local);
        }

        return new MomentLocal(DateOnly.FromDateTime(local.DateTime), minute, departement);
    }
}
