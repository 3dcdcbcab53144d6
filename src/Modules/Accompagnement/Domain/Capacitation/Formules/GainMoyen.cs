namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// The mean of several people's <see cref="Gain"/>, with its 95 % interval by bootstrap (percentiles of <see cref="Tirages"/> means of draws with
/// replacement, from the fixed seed <see cref="Graine"/>: the same people give the same interval). Nothing is said under <see cref="EffectifMinimal"/> people.
/// </summary>
/// <param name="Effectif">People with a gain.</param>
/// <param name="SansSortie">People with a start and no exit: lost, or not there yet. They are never counted as a success.</param>
/// <param name="Moyenne">Null under the minimal number.</param>
/// <param name="Prudente">The same with 0 for each person without exit, when that is lower: what the mean would be if they had gained nothing.</param>
/// <param name="Bas">Lower end of the interval.</param>
/// <param name="Haut">Its higher end.</param>
internal sealed record GainMoyen(int Effectif, int SansSortie, double? Moyenne, double? Prudente, double? Bas, double? Haut)
{
    public const int EffectifMinimal = 30;
    public const int Tirages = 2000;
    public const ulong Graine = 20261126;

    public static GainMoyen De(IEnumerable<double> gains, int sansSortie = 0)
    {
        // In order: whoever enters them in another order gets the same draws, and the same rounding.
        var valeurs = gains.Order().ToArray();
        if (valeurs.Length < EffectifMinimal)
        {
            return new(valeurs.Length, sansSortie, null, null, null, null);
        }

        var somme = valeurs.Sum();
        var moyenne = somme / valeurs.Length;
        var (bas, haut) = Intervalle(valeurs);
        return new(valeurs.Length, sansSortie, moyenne, Math.Min(moyenne, somme / (valeurs.Length + sansSortie)), bas, haut);
    }

    private static (double Bas, double Haut) Intervalle(double[] valeurs)
    {
        var hasard = new HasardFixe(Graine);
        var moyennes = new double[Tirages];
        for (var t = 0; t < Tirages; t++)
        {
            var somme = 0.0;
            for (var i = 0; i < valeurs.Length; i++)
            {
                somme += valeurs[hasard.Prochain(valeurs.Length)];
            }

            moyennes[t] = somme / valeurs.Length;
        }

        Array.Sort(moyennes);
        return (moyennes[(int)(0.025 * Tirages)], moyennes[(int)(0.975 * Tirages) - 1]);
    }
}
