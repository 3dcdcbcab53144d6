namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// What somebody has gained, beside what they could gain:
/// <c>Gain(p) = Σ w × (Nfin − Ndébut) / Σ w × (5 − Ndébut)</c>, on the savoir-faire of <see cref="Progression"/>. From −1 to 1.
/// <list type="bullet">
/// <item>Already at 5 at the start and still there: nothing could be gained, nothing is said (null when it is so for all).</item>
/// <item>A loss is shown as negative. The formula alone has no lower bound (from 4 to 0 it says −4, from 5 to 4 it divides by 0): it stops at −1, and the screen says so.</item>
/// </list>
/// </summary>
internal readonly record struct Gain(int Numerateur, int Denominateur)
{
    public const double Minimum = -1;

    public double? Valeur => (Numerateur, Denominateur) switch
    {
        (0, 0) => null,
        ( < 0, 0) => Minimum,
        _ => Math.Max(Minimum, (double)Numerateur / Denominateur),
    };

    public static Gain De(IEnumerable<Progression> progressions)
    {
        var (numerateur, denominateur) = (0, 0);
        foreach (var p in progressions)
        {
            numerateur += p.Poids * (p.Fin - p.Debut);
            denominateur += p.Poids * (Niveaux.Max - p.Debut);
        }

        return new(numerateur, denominateur);
    }
}
