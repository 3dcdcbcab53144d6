namespace FaireAvec.Cartographie.Lecture;

/// <summary>What a person may say of a file when guessing isn't enough.</summary>
internal sealed record OptionsDeLecture
{
    /// <summary>Path of the list in a JSON file, names separated by dots (« resultats.lieux »); null = guessed.</summary>
    public string? Liste { get; init; }

    /// <summary>Name of the sheet of a workbook; null = the first one that isn't empty.</summary>
    public string? Feuille { get; init; }

    /// <summary>Separator of a CSV file; null = guessed.</summary>
    public char? Separateur { get; init; }

    /// <summary>Name of the encoding of a text file (« utf-8 », « windows-1252 »); null = guessed.</summary>
    public string? Encodage { get; init; }

    /// <summary>True when no row is taken for the header: every one comes, under « colonne 1 », « colonne 2 »… For CSV and workbooks.</summary>
    public bool SansEntete { get; init; }
}
