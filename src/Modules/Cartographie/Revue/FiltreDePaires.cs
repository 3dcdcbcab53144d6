namespace FaireAvec.Cartographie.Revue;

/// <summary>Which pairs of the review one looks at. An unknown value of a filter finds nothing, as anywhere.</summary>
/// <param name="Source">Code of the source of either record.</param>
/// <param name="Departement">Code of the département of either record.</param>
/// <param name="Certitude">How sure the computation is.</param>
internal sealed record FiltreDePaires(string? Source = null, string? Departement = null, Certitude? Certitude = null)
{
    public bool Rien => string.IsNullOrEmpty(Source) && string.IsNullOrEmpty(Departement) && Certitude is null;
}
