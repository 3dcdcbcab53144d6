namespace FaireAvec.Cartographie.Sources;

/// <summary>What writing the places read would do.</summary>
/// <param name="Ajoutes">New places.</param>
/// <param name="Modifies">Places whose row differs.</param>
/// <param name="Retires">Places that the file no longer holds.</param>
internal sealed record Difference(int Ajoutes, int Modifies, int Retires)
{
    public bool Rien => Ajoutes + Modifies + Retires == 0;
}

/// <summary>What was written.</summary>
/// <param name="Ajoutes">Number of new places.</param>
/// <param name="Modifies">Ids of the places changed.</param>
/// <param name="Retires">Ids of the places removed.</param>
internal sealed record Ecriture(int Ajoutes, IReadOnlyList<string> Modifies, IReadOnlyList<string> Retires)
{
    public bool Rien => Ajoutes + Modifies.Count + Retires.Count == 0;
}
