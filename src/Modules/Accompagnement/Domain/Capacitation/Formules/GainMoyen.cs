namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// The mean of several people's <see cref="Gain"/>, with its 95 % interval by bootstrap (<see cref="Reechantillonnage"/>). Nothing is said under
/// <see cref="EffectifMinimal"/> people.
/// </summary>
/// <param name="Effectif">People with a gain.</param>
/// <param name="SansSortie">People with a start, no exit, and whose path is lost. They are never counted as a success.</param>
/// <param name="Moyenne">Null under the minimal number.</param>
/// <param name="Prudente">The same with 0 for each person without exit, when that is lower: what the mean would be if they had gained nothing.</param>
/// <param name="Bas">Lower end of the interval.</param>
/// <param name="Haut">Its higher end.</param>
/// <param name="EntrePrudente">The interval of <paramref name="Prudente"/>.</param>
internal sealed record GainMoyen(int Effectif, int SansSortie, double? Moyenne, double? Prudente, double? Bas, double? Haut, (double Bas, double Haut)? EntrePrudente = null)
{
    public const int EffectifMinimal = 30;

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
        var (bas, haut) = Reechantillonnage.Intervalle(valeurs, Reechantillonnage.Moyenne);
        var prudente = somme / (valeurs.Length + sansSortie);
        return prudente < moyenne
            ? new(valeurs.Length, sansSortie, moyenne, prudente, bas, haut, Reechantillonnage.Intervalle([.. valeurs.Concat(Enumerable.Repeat(0.0, sansSortie)).Order()], Reechantillonnage.Moyenne))
            : new(valeurs.Length, sansSortie, moyenne, moyenne, bas, haut, (bas, haut));
    }
}
