using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Sources;

/// <summary>A stop as a person asks for it; see <see cref="Arret"/>.</summary>
internal sealed record ArretDemande(string Lieu, string Commune, string CodePostal, DateOnly PremierJour, DateOnly DernierJour)
{
    public string? CodeInsee { get; init; }
    public string? Adresse { get; init; }
    public Position? Position { get; init; }
    public string? Horaires { get; init; }
}
