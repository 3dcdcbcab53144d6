namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// The 95 % interval by bootstrap: percentiles of <see cref="Tirages"/> draws with replacement, from the fixed seed <see cref="Graine"/>. The same people
/// give the same interval, on every machine.
/// </summary>
internal static class Reechantillonnage
{
    public const int Tirages = 2000;
    public const ulong Graine = 20261126;

    /// <param name="valeurs">In order: whoever enters them in another order gets the same draws, and the same rounding.</param>
    /// <param name="statistique">Of a draw, that it may change.</param>
    public static (double Bas, double Haut) Intervalle(double[] valeurs, Func<double[], double> statistique)
    {
        var hasard = new HasardFixe(Graine);
        var (obtenues, tirage) = (new double[Tirages], new double[valeurs.Length]);
        for (var t = 0; t < Tirages; t++)
        {
            for (var i = 0; i < tirage.Length; i++)
            {
                tirage[i] = valeurs[hasard.Prochain(valeurs.Length)];
            }

            obtenues[t] = statistique(tirage);
        }

        Array.Sort(obtenues);
        return (obtenues[(int)(0.025 * Tirages)], obtenues[(int)(0.975 * Tirages) - 1]);
    }

    /// <summary>The mean of a draw.</summary>
    public static double Moyenne(double[] valeurs) => valeurs.Sum() / valeurs.Length;

    /// <summary>The median of a draw; half-way between the two of the middle.</summary>
    public static double Mediane(double[] valeurs)
    {
        Array.Sort(valeurs);
        var milieu = valeurs.Length / 2;
        return valeurs.Length % 2 == 1 ? valeurs[milieu] : (valeurs[milieu - 1] + valeurs[milieu]) / 2;
    }
}
