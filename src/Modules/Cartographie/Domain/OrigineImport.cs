namespace FaireAvec.Cartographie.Domain;

/// <summary>Where the rows of an import come from.</summary>
internal enum OrigineImport
{
    /// <summary>A file given by hand: command or browser.</summary>
    Fichier,

    /// <summary>Fetched at the source's address.</summary>
    Url,
}
