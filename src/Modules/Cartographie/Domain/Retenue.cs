namespace FaireAvec.Cartographie.Domain;

/// <summary>What keeps a place off the map, whoever gives it: a shelter, or a name that is none.</summary>
internal static class Retenue
{
    /// <summary>The reason to hold the place back, or null when it may be shown.</summary>
    public static string? Motif(FicheLieu lieu) =>
        RetenueHebergement.Motif(lieu) ?? NomDeLieu.Motif(lieu.Nom);
}
