using System.Text.Json;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// From the versions 0.x of the standard to 1.x, as <c>data/norme/conversion-v0.json</c> says: columns that changed names, values that changed words. The file is
/// built into the assembly: reading, validating and cleaning share it.
/// </summary>
internal sealed class ConversionV0
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly Lazy<ConversionV0> LaLivree = new(Charger);

    public static ConversionV0 Livree => LaLivree.Value;

    /// <summary>Old name of a column, and its new one.</summary>
    public required Dictionary<string, string> Colonnes { get; init; }

    /// <summary>Old columns without a successor.</summary>
    public required string[] ColonnesPerdues { get; init; }

    /// <summary>Old values, by new name of their column. The first that fits wins.</summary>
    public required Dictionary<string, ValeurV0[]> Valeurs { get; init; }

    /// <summary>The old value that this text is, or begins as; null when there is none.</summary>
    public ValeurV0? Trouver(string colonne, string texte)
    {
        if (!Valeurs.TryGetValue(colonne, out var valeurs))
        {
            return null;
        }

        var plie = TexteRecherche.Normaliser(texte);
        return Array.Find(valeurs, v => plie.StartsWith(v.Plie, StringComparison.Ordinal) && (plie.Length == v.Plie.Length || (!v.Entier && plie[v.Plie.Length] == ' ')));
    }

    /// <summary>The old values that became values of this column, with what they became; null for those of this column that were lost.</summary>
    public IEnumerable<(ValeurV0 Ancienne, string? Libelle)> VersLaColonne(string colonne) => Valeurs.SelectMany(valeurs => valeurs.Value.SelectMany(v =>
        v.Vers.Length > 0 ? v.Vers.Where(c => c.Colonne == colonne).Select(c => (v, (string?)c.Valeur))
        : valeurs.Key == colonne ? [(v, null)]
        : []));

    private static ConversionV0 Charger()
    {
        using var flux = typeof(ConversionV0).Assembly.GetManifestResourceStream("FaireAvec.Cartographie.Norme.conversion-v0.json") ?? throw new InvalidOperationException("conversion-v0.json isn't in the assembly.");
        return JsonSerializer.Deserialize<ConversionV0>(flux, Json) ?? throw new InvalidDataException("data/norme/conversion-v0.json is empty.");
    }

    /// <param name="Debut">The old value, or its beginning.</param>
    /// <param name="Vers">Its new values; none when it is lost.</param>
    /// <param name="Deduit">True when the new value is our reading, not the standard's.</param>
    /// <param name="Entier">True when nothing may follow.</param>
    internal sealed record ValeurV0(string Debut, Cible[] Vers, bool Deduit = false, bool Entier = false)
    {
        public string Plie => field ??= TexteRecherche.Normaliser(Debut);
    }

    internal sealed record Cible(string Colonne, string Valeur);
}
