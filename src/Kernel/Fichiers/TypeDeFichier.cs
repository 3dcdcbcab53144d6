namespace FaireAvec.Kernel.Fichiers;

/// <summary>What a file is, by its first bytes; its name and what the browser says of it are believed for nothing.</summary>
[Flags]
public enum TypeDeFichier
{
    /// <summary>None of those below.</summary>
    Inconnu = 0,

    /// <summary>Text: CSV, JSON, YAML, lines.</summary>
    Texte = 1,

    /// <summary>A zip archive that says that it is a workbook.</summary>
    Classeur = 2,

    /// <summary>PDF.</summary>
    Pdf = 4,

    /// <summary>PNG picture.</summary>
    Png = 8,

    /// <summary>JPEG picture.</summary>
    Jpeg = 16,

    /// <summary>WebP picture.</summary>
    Webp = 32,

    /// <summary>Gzip.</summary>
    Gzip = 64,

    /// <summary>Another zip archive.</summary>
    Zip = 128,

    /// <summary>A program, whatever the system, or a script that names its interpreter. Never accepted.</summary>
    Programme = 256,

    /// <summary>A page or a picture that a browser would run (HTML, SVG). Never accepted.</summary>
    PageActive = 512,
}
