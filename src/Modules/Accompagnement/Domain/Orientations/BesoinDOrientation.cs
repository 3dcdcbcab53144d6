namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>A need, and who answers it. The words are under « Besoin.{Code} ».</summary>
/// <param name="Code">Stable, in the database, in the API and in files.</param>
/// <param name="Icone">Pictogram.</param>
/// <param name="Metiers">Who is competent, the usual one first.</param>
/// <param name="Services">Services of the standard of places that answer; empty: no place of the map is asked for by its services.</param>
/// <param name="Dispositifs">National programmes that answer, when a place is known by them.</param>
/// <param name="Ecoutes">Keys of <see cref="NumerosDEcoute"/>.</param>
internal sealed record BesoinDOrientation(string Code, FamilleDeBesoin Famille, string Icone, IReadOnlyList<Metier> Metiers, IReadOnlyList<string> Services, IReadOnlyList<string> Dispositifs, IReadOnlyList<string> Ecoutes)
{
    /// <summary>True when what is needed is to learn: proposed after what can't wait, never instead of it.</summary>
    public bool Apprend => Famille is FamilleDeBesoin.Apprendre or FamilleDeBesoin.ConduitesARisque;

    /// <summary>True when a place of the map may answer.</summary>
    public bool SurLaCarte => Services.Count > 0 || Dispositifs.Count > 0;
}
