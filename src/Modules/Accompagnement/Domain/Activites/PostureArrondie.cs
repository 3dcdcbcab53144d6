namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>The shares of <see cref="Capacitation.PartsDePosture"/> as a screen shows them: whole hundredths that add up to 100, by the largest remainder.</summary>
internal static class PostureArrondie
{
    /// <summary>From sums of duration × share; null when nothing is known.</summary>
    public static Posture? De(long aLaPlace, long avec, long faire)
    {
        var total = aLaPlace + avec + faire;
        if (total <= 0)
        {
            return null;
        }

        long[] sommes = [aLaPlace, avec, faire];
        var parts = sommes.Select(s => (int)(s * Posture.Total / total)).ToArray();
        foreach (var i in Enumerable.Range(0, 3).OrderByDescending(i => sommes[i] * Posture.Total % total).Take(Posture.Total - parts.Sum()))
        {
            parts[i]++;
        }

        return new Posture(parts[0], parts[1], parts[2]);
    }
}
