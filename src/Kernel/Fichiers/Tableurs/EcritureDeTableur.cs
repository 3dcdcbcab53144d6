using System.Text;
using System.Xml;

namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>
/// A file for a spreadsheet, written line by line as its figures are read: its length doesn't count, nothing is kept, and a reader who leaves half-way leaves
/// nothing behind. Sheets come one after the other.
/// </summary>
public abstract class EcritureDeTableur : IAsyncDisposable
{
    /// <summary>Longest text that a spreadsheet takes in one cell.</summary>
    public const int TexteMax = 32_767;

    /// <summary>The formats, as addresses write them.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx", "ods"];

    /// <summary>What a browser is told of a file of this format.</summary>
    public static string Nature(string format) => format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not one of the formats."),
    };

    /// <summary>Begins a file. The stream stays open; it is only written forward, and never waited for without letting others work.</summary>
    public static async Task<EcritureDeTableur> CommencerAsync(string format, Stream sortie, CancellationToken annulation) => format switch
    {
        "csv" => new EcritureCsv(sortie),
        "xlsx" => new EcritureXlsx(sortie),
        "ods" => await EcritureOds.CommencerAsync(sortie, annulation),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not one of the formats."),
    };

    /// <summary>Begins a sheet, with the names of its columns.</summary>
    public abstract Task FeuilleAsync(string nom, IReadOnlyList<string> colonnes, CancellationToken annulation);

    /// <summary>Writes a line of the sheet.</summary>
    public abstract Task LigneAsync(IReadOnlyList<CelluleDeTableur> cellules, CancellationToken annulation);

    /// <summary>Ends the file. Without it the file is broken, and says so when it is opened: half a file must not be taken for a whole one.</summary>
    public abstract Task FinirAsync(CancellationToken annulation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>A text that XML may hold: without the invisible characters that it forbids, no longer than a cell.</summary>
    private protected static string Permis(string texte)
    {
        var court = texte.Length <= TexteMax ? texte : $"{texte[..(char.IsHighSurrogate(texte[TexteMax - 2]) ? TexteMax - 2 : TexteMax - 1)]}…";
        for (var i = 0; i < court.Length; i++)
        {
            if (!Permis(court, ref i))
            {
                return Nettoye(court);
            }
        }

        return court;
    }

    private static string Nettoye(string texte)
    {
        var propre = new StringBuilder(texte.Length);
        for (var i = 0; i < texte.Length; i++)
        {
            var debut = i;
            if (Permis(texte, ref i))
            {
                propre.Append(texte, debut, i - debut + 1);
            }
        }

        return propre.ToString();
    }

    // A pair is two characters: the second one is stepped over.
    private static bool Permis(string texte, ref int i)
    {
        if (XmlConvert.IsXmlChar(texte[i]))
        {
            return true;
        }

        if (i + 1 < texte.Length && XmlConvert.IsXmlSurrogatePair(texte[i + 1], texte[i]))
        {
            i++;
            return true;
        }

        return false;
    }
}
