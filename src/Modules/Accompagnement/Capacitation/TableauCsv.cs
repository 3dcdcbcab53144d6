using System.Text;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>A table as a file for a spreadsheet: semicolons as a French one expects, the mark of UTF-8, and no value that it would run as a formula.</summary>
internal static class TableauCsv
{
    private static readonly System.Buffers.SearchValues<char> ACiter = System.Buffers.SearchValues.Create(";\"\r\n");

    public static byte[] De(IEnumerable<IEnumerable<string?>> lignes)
    {
        var texte = new StringBuilder();
        foreach (var ligne in lignes)
        {
            texte.AppendJoin(';', ligne.Select(Champ)).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(texte.ToString())];
    }

    private static string Champ(string? valeur)
    {
        var texte = valeur ?? "";
        // A number may be negative; a text that begins so would be run.
        if (texte is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(texte, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            texte = $"'{texte}";
        }

        return texte.AsSpan().ContainsAny(ACiter) ? $"\"{texte.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : texte;
    }
}
