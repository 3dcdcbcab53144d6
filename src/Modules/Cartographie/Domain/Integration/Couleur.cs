using System.Globalization;

namespace FaireAvec.Cartographie.Domain.Integration;

/// <summary>A colour of the screen (sRGB).</summary>
/// <param name="Rouge">0 to 255.</param>
/// <param name="Vert">0 to 255.</param>
/// <param name="Bleu">0 to 255.</param>
internal readonly record struct Couleur(byte Rouge, byte Vert, byte Bleu)
{
    public static readonly Couleur Noir = new(0, 0, 0);

    public static readonly Couleur Blanc = new(255, 255, 255);

    /// <summary>Reads « #0b4f5c », « 0B4F5C » or « #fff »; null for anything else: nothing that isn't a colour gets in a style sheet.</summary>
    public static Couleur? Lire(string? texte)
    {
        var chiffres = texte.AsSpan().Trim().TrimStart('#');
        if (chiffres.Length is not (3 or 6) || !int.TryParse(chiffres, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var n))
        {
            return null;
        }

        return chiffres.Length == 6
            ? new((byte)(n >> 16), (byte)(n >> 8), (byte)n)
            : new((byte)((n >> 8) * 17), (byte)(((n >> 4) & 15) * 17), (byte)((n & 15) * 17));
    }

    /// <summary>Ratio of contrast with another colour, from 1 to 21 (WCAG 2).</summary>
    public double Contraste(Couleur autre)
    {
        var (a, b) = (Luminance, autre.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public override string ToString() => $"#{Rouge:x2}{Vert:x2}{Bleu:x2}";

    private double Luminance => (0.2126 * Lineaire(Rouge)) + (0.7152 * Lineaire(Vert)) + (0.0722 * Lineaire(Bleu));

    private static double Lineaire(byte canal) => canal / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
