using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Norme;

/// <summary>From the versions 0.x of the standard to 1.x, as <c>data/norme/conversion-v0.json</c> says: columns that changed names, values that changed words.</summary>
internal sealed class ConversionV0
{
    /// <summary>Old name of a column, and its new one.</summary>
    public required Dictionary<string, string> Colonnes { get; init; }

    /// <summary>Old columns without a successor.</summary>
    public required string[] ColonnesPerdues { get; init; }

    /// <summary>Old values, by new name of their column. The first beginning that fits wins.</summary>
    public required Dictionary<string, ValeurV0[]> Valeurs { get; init; }

    /// <summary>The old value that this text begins as; null when there is none.</summary>
    public ValeurV0? Trouver(string colonne, string texte)
    {
        if (!Valeurs.TryGetValue(colonne, out var valeurs))
        {
            return null;
        }

        var plie = TexteRecherche.Normaliser(texte);
        return Array.Find(valeurs, v => plie.StartsWith(v.Plie, StringComparison.Ordinal) && (plie.Length == v.Plie.Length || plie[v.Plie.Length] == ' '));
    }

    /// <param name="Debut">Beginning of the old value.</param>
    /// <param name="Vers">Its new values; none when it is lost.</param>
    /// <param name="Deduit">True when the new value is our reading, not the standard's.</param>
    internal sealed record ValeurV0(string Debut, Cible[] Vers, bool Deduit = false)
    {
        public string Plie => field ??= TexteRecherche.Normaliser(Debut);
    }

    internal sealed record Cible(string Colonne, string Valeur);
}
