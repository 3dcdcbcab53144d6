using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// Some sources write « Non communiquée » where the address should be, or « Structure itinérante » for one that has none. They put such a place on the map by the name of its town: its position says the town
/// (three desks of Limoges stand on the same point), never a door that one could walk to.
/// </summary>
internal static class AdresseDuLieu
{
    public static bool Connue(string? adresse) =>
        adresse is not null && TexteRecherche.Normaliser(adresse) is var mots && !mots.StartsWith("non communique", StringComparison.Ordinal) && mots != "structure itinerante";

    /// <summary>Where the door is: for a way to it, and for those who copy it. Null when only the town is known.</summary>
    public static Position? Porte(Lieu lieu) => Connue(lieu.Adresse) && lieu is { Latitude: { } latitude, Longitude: { } longitude } ? new Position(latitude, longitude) : null;
}
