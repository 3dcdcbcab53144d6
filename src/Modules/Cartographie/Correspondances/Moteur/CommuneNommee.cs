using FaireAvec.Cartographie.Correspondances.Expressions;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// Finds the commune of a place that doesn't say it: the only one of its postal code, or the only one, among those of its postal code or near its point,
/// that its name or its address names. Never the nearest one, nor the most populated: that would be a guess.
/// </summary>
internal sealed class CommuneNommee(ITerritoires territoires)
{
    /// <summary>A centre of commune further than this from the point isn't looked at.</summary>
    private const double RayonKm = 20;

    public void Chercher(Brouillon brouillon, Releve releve)
    {
        if (brouillon.Texte("commune") is not null || brouillon.Texte("code_insee") is not null)
        {
            return;
        }

        var possibles = Possibles(brouillon);
        var trouvee = brouillon.Texte("code_postal") is not null && possibles.Count == 1 ? possibles[0] : SeuleNommee(possibles, brouillon.CommuneDans);
        if (trouvee is null)
        {
            return;
        }

        brouillon.Champs["commune"] = [trouvee.Nom];
        brouillon.Champs["code_insee"] = [trouvee.CodeInsee];
        releve.Corriger("commune", null, trouvee.Nom, ReglesDeCorrespondance.CommuneNommee);
    }

    /// <summary>Why a place that says no commune is rejected; null when it says one.</summary>
    public string? Raison(Brouillon brouillon)
    {
        if (brouillon.Texte("commune") is not null || brouillon.Texte("code_insee") is not null)
        {
            return null;
        }

        return brouillon.Texte("code_postal") is null
            ? "Le lieu n’a ni commune ni code postal."
            : Possibles(brouillon).Count > 1 ? "Le lieu n’a pas de commune, et son code postal est celui de plusieurs." : "Le lieu n’a pas de commune, et son code postal n’existe pas.";
    }

    private List<Commune> Possibles(Brouillon brouillon)
    {
        if (brouillon.Texte("code_postal") is { } code)
        {
            var communes = territoires.CommunesDuCodePostal(code.Length == 4 ? $"0{code}" : code);
            // Paris, Lyon and Marseille are listed beside their arrondissements: the arrondissement alone is meant.
            return communes.Any(c => c.EstArrondissement) ? [.. communes.Where(c => c.EstArrondissement)] : [.. communes];
        }

        return brouillon.Texte("latitude") is { } lat && brouillon.Texte("longitude") is { } lon && Nombre(lat) is { } latitude && Nombre(lon) is { } longitude
            ? [.. territoires.CommunesProches(latitude, longitude, RayonKm, 100).Select(c => c.Commune)]
            : [];
    }

    private static Commune? SeuleNommee(List<Commune> possibles, string[] textes)
    {
        if (possibles.Count == 0 || textes.Length == 0)
        {
            return null;
        }

        var plies = textes.Select(TexteCompare.Plier).ToList();
        var nommees = possibles.Where(c => plies.Exists(t => TexteCompare.ContientMots(t, TexteRecherche.Normaliser(c.Nom)))).ToList();
        // « Saint-Denis-en-Val » also names « Saint-Denis »: a name inside another one doesn't count.
        nommees.RemoveAll(c => nommees.Exists(d => d != c && d.Nom.Length > c.Nom.Length && TexteCompare.ContientMots(TexteRecherche.Normaliser(d.Nom), TexteRecherche.Normaliser(c.Nom))));
        return nommees.Count == 1 ? nommees[0] : null;
    }

    private static double? Nombre(string texte) => double.TryParse(texte.Replace(',', '.'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var n) && Math.Abs(n) <= 180 ? n : null;
}
