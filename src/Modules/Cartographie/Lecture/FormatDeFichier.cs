namespace FaireAvec.Cartographie.Lecture;

/// <summary>What a file is, told by its content: names and media types lie.</summary>
internal enum FormatDeFichier
{
    /// <summary>Rows of cells, whatever the separator.</summary>
    Csv,

    /// <summary>A list of objects, at the root or under a name.</summary>
    Json,

    /// <summary>One object a line.</summary>
    LignesJson,

    /// <summary>A collection of GeoJSON features.</summary>
    Geojson,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>A workbook of the OpenDocument format.</summary>
    Ods,
}
