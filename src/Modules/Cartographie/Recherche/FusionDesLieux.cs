using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Merges the records of one place for display.</summary>
internal static class FusionDesLieux
{
    public static Lieu Fusionner(string id, IReadOnlyList<Lieu> fiches) => CopieDeLieu.Sous(id, fiches[0], fiches[0]);
}
