namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>What a cell shows: a text, a number, a share, a day, or nothing. A text is never run as a formula, in any format.</summary>
public readonly record struct CelluleDeTableur
{
    private CelluleDeTableur(string? texte, double? nombre, DateOnly? jour, bool part) => (Texte, Nombre, Jour, EstUnePart) = (texte, nombre, jour, part);

    /// <summary>A text; null when it is something else.</summary>
    public string? Texte { get; }

    /// <summary>A number.</summary>
    public double? Nombre { get; }

    /// <summary>A day.</summary>
    public DateOnly? Jour { get; }

    /// <summary>True when the number is a share of one, shown as a percentage.</summary>
    public bool EstUnePart { get; }

    /// <summary>Nothing.</summary>
    public static CelluleDeTableur Vide => default;

    /// <summary>A text, or nothing.</summary>
    public static CelluleDeTableur De(string? texte) => string.IsNullOrEmpty(texte) ? default : new(texte, null, null, false);

    /// <summary>A number, or nothing.</summary>
    public static CelluleDeTableur De(double? nombre) => nombre is { } n && double.IsFinite(n) ? new(null, n, null, false) : default;

    /// <summary>A day, or nothing.</summary>
    public static CelluleDeTableur De(DateOnly? jour) => new(null, null, jour, false);

    /// <summary>A share of one.</summary>
    public static CelluleDeTableur Part(double? part) => part is { } p && double.IsFinite(p) ? new(null, p, null, true) : default;
}
