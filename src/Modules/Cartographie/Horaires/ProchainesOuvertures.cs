namespace FaireAvec.Cartographie.Horaires;

/// <summary>
/// The next days on which a place opens, with their dates: what to say of hours that aren't those of every week. « Le mardi » would send somebody on the wrong
/// Tuesday to a bus that comes one week in two.
/// </summary>
internal static class ProchainesOuvertures
{
    // A place that opens less often than every three months isn't visited with a sheet.
    private const int Semaines = 13;

    /// <summary>The days, today among them, at most <paramref name="nombre"/>.</summary>
    public static IReadOnlyList<JourEnMots> De(HorairesOsm horaires, DateTimeOffset instant, string departement, string? langue, int nombre)
    {
        var aujourdhui = MomentLocal.De(instant, departement).Jour;
        return [.. Enumerable.Range(0, Semaines).SelectMany(i => SemaineEnMots.Composer(horaires, instant.AddDays(7 * i), departement, langue)).Where(j => j.Date >= aujourdhui && j.Plages.Count > 0).Take(nombre)];
    }
}
