namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>So many out of so many, with its 95 % interval (Wilson, 1927). Nothing out of nothing says nothing.</summary>
/// <param name="Oui">How many.</param>
/// <param name="Effectif">Out of how many.</param>
internal readonly record struct Proportion(int Oui, int Effectif)
{
    private const double Z = 1.959963984540054;

    public double? Valeur => Effectif == 0 ? null : (double)Oui / Effectif;

    public (double Bas, double Haut)? Intervalle
    {
        get
        {
            if (Valeur is not { } p)
            {
                return null;
            }

            var n = (double)Effectif;
            var milieu = p + (Z * Z / (2 * n));
            var demi = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
            var bas = Math.Max(0, (milieu - demi) / (1 + (Z * Z / n)));
            var haut = Math.Min(1, (milieu + demi) / (1 + (Z * Z / n)));
            return (Oui == 0 ? 0 : bas, Oui == Effectif ? 1 : haut);
        }
    }

    /// <summary>
    /// True when the figure may leave the team: as many people as it takes, and neither those who did nor those who didn't are a handful that could be
    /// found again from the rate and its n.
    /// </summary>
    public bool Publiable => Effectif >= ListeMasquee.Seuil && !ListeMasquee.Petit(Oui) && !ListeMasquee.Petit(Effectif - Oui);
}
