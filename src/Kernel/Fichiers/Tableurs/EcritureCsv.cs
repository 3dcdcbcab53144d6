using System.Buffers;
using System.Globalization;
using System.Text;

namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>Semicolons and the mark of UTF-8, and decimal commas, as a French spreadsheet expects; a text that it would run is made harmless. Sheets follow each other, each under its name.</summary>
internal sealed class EcritureCsv(Stream sortie) : EcritureDeTableur
{
    private static readonly SearchValues<char> ACiter = SearchValues.Create(";\"\r\n");

    // A comma whatever the machine; nothing between thousands.
    private static readonly NumberFormatInfo NombresFrancais = new() { NumberDecimalSeparator = "," };

    private readonly StreamWriter _sortie = new(sortie, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 32_768, leaveOpen: true);
    private readonly StringBuilder _ligne = new();
    private int _feuilles;
    private bool _finie;

    public override async Task FeuilleAsync(string nom, IReadOnlyList<string> colonnes, CancellationToken annulation)
    {
        // A file of one sheet is a plain table: nothing above its columns.
        if (_feuilles++ > 0 || nom.Length > 0)
        {
            await _sortie.WriteAsync($"{(_feuilles > 1 ? "\r\n" : "")}{Champ(nom)}\r\n".AsMemory(), annulation);
        }

        await LigneAsync([.. colonnes.Select(c => CelluleDeTableur.De(c))], annulation);
    }

    public override Task LigneAsync(IReadOnlyList<CelluleDeTableur> cellules, CancellationToken annulation)
    {
        _ligne.Clear();
        for (var i = 0; i < cellules.Count; i++)
        {
            _ligne.Append(i == 0 ? "" : ";").Append(Champ(cellules[i]));
        }

        _ligne.Append("\r\n");
        return _sortie.WriteAsync(_ligne, annulation);
    }

    public override async Task FinirAsync(CancellationToken annulation)
    {
        await _sortie.FlushAsync(annulation);
        _finie = true;
    }

    public override async ValueTask DisposeAsync()
    {
        // A reader who left isn't written to any more.
        if (_finie)
        {
            await _sortie.DisposeAsync();
        }
    }

    private static string Champ(CelluleDeTableur cellule) => cellule switch
    {
        { Nombre: { } n } => n.ToString("0.######", NombresFrancais),
        { Jour: { } j } => j.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Champ(cellule.Texte ?? ""),
    };

    private static string Champ(string texte)
    {
        var sur = texte is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{texte}" : texte;
        return sur.AsSpan().ContainsAny(ACiter) ? $"\"{sur.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : sur;
    }
}
