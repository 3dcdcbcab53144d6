namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>Shares of posture of several acts, weighted by their time (<c>Σ durée × part / Σ durée</c>): whole hundredths that add up to 100, by the largest remainder.</summary>
internal static class PartsDePosture
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
