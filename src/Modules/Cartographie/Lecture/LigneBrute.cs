using System.Text.Json;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>What is to be known of the cell of a workbook, beside its text.</summary>
[Flags]
internal enum DrapeauDeCellule
{
    Aucun = 0,

    /// <summary>The text is the last result of a formula, kept in the file; nothing was computed.</summary>
    Formule = 1,

    /// <summary>The cell is a part of merged cells: only the first one has the text.</summary>
    Fusionnee = 2,

    /// <summary>The workbook shows an error (#N/A…); the text is null.</summary>
    Erreur = 4,
}

/// <summary>One row of a file, before any standard: the names of its columns and their texts.</summary>
/// <param name="numero">See <see cref="Numero"/>.</param>
/// <param name="entete">The names.</param>
/// <param name="valeurs">The texts, in the order of the names; may be shorter.</param>
internal sealed class LigneBrute(long numero, Entete entete, string?[] valeurs)
{
    /// <summary>
    /// Where the row is, as a person counts: line of the file where it begins (CSV, JSON lines; the header is line 1), row of the sheet, rank in the
    /// list (JSON, GeoJSON; 1 is the first).
    /// </summary>
    public long Numero => numero;

    public Entete Entete => entete;

    /// <summary>Cells that were read, empty ones included.</summary>
    public int Nombre => valeurs.Length;

    /// <summary>The object of a JSON file (the whole feature of a GeoJSON file); null elsewhere.</summary>
    public JsonElement? Brut { get; init; }

    /// <summary>The cells of a workbook of which something is to be known.</summary>
    public IReadOnlyList<(string Colonne, DrapeauDeCellule Drapeau)> Drapeaux { get; init; } = [];

    /// <summary>The trimmed text, or null when it is empty or the column is absent.</summary>
    public string? this[string colonne] => this[entete.Rang(colonne)];

    /// <summary>The trimmed text by rank of column, or null.</summary>
    public string? this[int rang] => rang >= 0 && rang < valeurs.Length && valeurs[rang]?.Trim() is { Length: > 0 } texte ? texte : null;

    /// <summary>The columns that say something, in the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, string>> Valeurs
    {
        get
        {
            for (var i = 0; i < valeurs.Length; i++)
            {
                if (this[i] is { } texte)
                {
                    yield return new(entete.Noms[i], texte);
                }
            }
        }
    }
}
