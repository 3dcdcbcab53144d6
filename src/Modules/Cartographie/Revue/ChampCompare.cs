namespace FaireAvec.Cartographie.Revue;

/// <summary>One field of two records, side by side.</summary>
/// <param name="Champ">Column of the standard; « position » stands for latitude and longitude.</param>
/// <param name="Ecart">How they agree.</param>
/// <param name="A">What the first record says, cut where the other differs; empty when it says nothing.</param>
/// <param name="B">What the second one says.</param>
internal sealed record ChampCompare(string Champ, Ecart Ecart, IReadOnlyList<Morceau> A, IReadOnlyList<Morceau> B)
{
    /// <summary>True when the pieces are values of a list.</summary>
    public bool EnListe => ComparaisonDeFiches.Listes.Contains(Champ);
}
