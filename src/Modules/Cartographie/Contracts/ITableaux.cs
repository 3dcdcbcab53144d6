namespace FaireAvec.Contracts.Cartographie;

/// <summary>
/// Reads the rows of a file of a spreadsheet (XLSX, ODS, CSV), for modules that take one in: format, encoding, separator and sheet are guessed, archives are bounded
/// as they are unpacked, formulas are never computed. A file is never held in memory.
/// </summary>
public interface ITableaux
{
    /// <summary>Opens a file, told by its content. The stream can be sought; it is closed with the answer, or when the file is refused (<see cref="TableauIllisibleException"/>).</summary>
    ITableau Ouvrir(Stream flux);
}

/// <summary>One open file.</summary>
public interface ITableau : IDisposable
{
    /// <summary>"csv", "xlsx" or "ods".</summary>
    string Format { get; }

    /// <summary>True when the days of this workbook are counted from 1904. Known once the reading has begun.</summary>
    bool Depuis1904 { get; }

    /// <summary>Share of the file read, 0 to 1.</summary>
    double Avancement { get; }

    /// <summary>The rows that say something, once, in their order: which one is the header is for who asks. May throw <see cref="TableauIllisibleException"/> on its way.</summary>
    IEnumerable<LigneDeTableau> Lignes();
}

/// <summary>One row, as a person sees it.</summary>
/// <param name="Numero">Its number on the left of the spreadsheet, or its line in the text.</param>
/// <param name="Cellules">Its texts, trimmed; null where there is nothing. A date is ISO, an hour « 01:30 », a number has no noise.</param>
/// <param name="Fusionnees">Ranks of the cells that are a part of merged ones: only the first of them has the text.</param>
/// <param name="Illisible">Why the row can't be read, in French; null when it can.</param>
public sealed record LigneDeTableau(long Numero, IReadOnlyList<string?> Cellules, IReadOnlyList<int> Fusionnees, string? Illisible);

/// <summary>The file as a whole can't be read. The message is a French sentence for the person.</summary>
public sealed class TableauIllisibleException(string message) : Exception(message);
