namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>How well decisions agree with labels; « a_revoir » finds nothing.</summary>
/// <param name="Trouves">Same, decided same.</param>
/// <param name="Manques">Same, decided distinct or to review.</param>
/// <param name="Fautes">Distinct, decided same.</param>
/// <param name="Distincts">Distinct, decided distinct or to review.</param>
/// <param name="ARevoir">Pairs left to a person, whatever their label.</param>
internal sealed record Mesure(int Trouves, int Manques, int Fautes, int Distincts, int ARevoir)
{
    private const double Z95 = 1.959964;

    public double Precision => Part(Trouves, Trouves + Fautes);

    public double Rappel => Part(Trouves, Trouves + Manques);

    public (double Bas, double Haut) IntervallePrecision => Wilson(Trouves, Trouves + Fautes);

    public (double Bas, double Haut) IntervalleRappel => Wilson(Trouves, Trouves + Manques);

    public static Mesure Faire(IEnumerable<(bool Meme, Decision Decision)> jugements)
    {
        var (trouves, manques, fautes, distincts, aRevoir) = (0, 0, 0, 0, 0);
        foreach (var (meme, decision) in jugements)
        {
            aRevoir += decision == Decision.ARevoir ? 1 : 0;
            _ = (meme, decision == Decision.Meme) switch
            {
                (true, true) => trouves++,
                (true, false) => manques++,
                (false, true) => fautes++,
                (false, false) => distincts++,
            };
        }

        return new Mesure(trouves, manques, fautes, distincts, aRevoir);
    }

    /// <summary>The interval of Wilson at 95 %: right for small numbers and for shares near 0 and 1.</summary>
    public static (double Bas, double Haut) Wilson(int succes, int total)
    {
        if (total == 0)
        {
            return (0, 1);
        }

        var p = succes / (double)total;
        var z2 = Z95 * Z95;
        var centre = p + (z2 / (2 * total));
        var marge = Z95 * Math.Sqrt((p * (1 - p) / total) + (z2 / (4.0 * total * total)));
        return (Math.Max(0, (centre - marge) / (1 + (z2 / total))), Math.Min(1, (centre + marge) / (1 + (z2 / total))));
    }

    private static double Part(int n, int total) => total == 0 ? 1 : n / (double)total;
}
