using System.Globalization;
using System.Text;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Registres;

/// <summary>
/// A signature as the lines that a finger drew, in a frame of 1000 × 400. Written « 10,20 12,24;300,18 310,40 »: points apart by a space, lines by a
/// semicolon. No picture: nothing else than a drawing can be put in it, and its size is bounded.
/// </summary>
internal sealed class TraceDeSignature
{
    public const int Largeur = 1000;
    public const int Hauteur = 400;

    /// <summary>Longest text that is read at all.</summary>
    public const int LongueurMax = 20_000;

    public const int TraitsMax = 100;
    public const int PointsMax = 2000;

    /// <summary>A touch by mistake is smaller than this, in both directions.</summary>
    public const int EtendueMin = 20;

    private TraceDeSignature(IReadOnlyList<IReadOnlyList<(int X, int Y)>> traits) => Traits = traits;

    public IReadOnlyList<IReadOnlyList<(int X, int Y)>> Traits { get; }

    /// <summary>Reads what a tablet sent. Any text is answered, in one pass.</summary>
    public static Resultat<TraceDeSignature> Lire(string? texte)
    {
        if (texte is not { Length: > 0 })
        {
            return ErreursRegistres.SignatureIllisible;
        }

        if (texte.Length > LongueurMax)
        {
            return ErreursRegistres.SignatureTropLongue;
        }

        var traits = new List<IReadOnlyList<(int X, int Y)>>();
        var points = 0;
        foreach (var partie in texte.Split(';'))
        {
            var trait = new List<(int X, int Y)>();
            foreach (var point in partie.Split(' '))
            {
                if (Point(point) is not { } lu)
                {
                    return ErreursRegistres.SignatureIllisible;
                }

                trait.Add(lu);
            }

            traits.Add(trait);
            points += trait.Count;
        }

        if (traits.Count > TraitsMax || points > PointsMax)
        {
            return ErreursRegistres.SignatureTropLongue;
        }

        var tous = traits.SelectMany(t => t).ToList();
        return Etendue(tous, p => p.X) < EtendueMin && Etendue(tous, p => p.Y) < EtendueMin ? ErreursRegistres.SignatureTropPetite : new TraceDeSignature(traits);
    }

    /// <summary>The same text that <see cref="Lire"/> reads.</summary>
    public string Ecrire() => string.Join(';', Traits.Select(t => string.Join(' ', t.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X},{p.Y}")))));

    /// <summary>The lines as the data of an SVG path.</summary>
    public string Chemin()
    {
        var chemin = new StringBuilder();
        foreach (var trait in Traits)
        {
            chemin.Append(CultureInfo.InvariantCulture, $"M{trait[0].X} {trait[0].Y}");
            foreach (var (x, y) in trait.Skip(1))
            {
                chemin.Append(CultureInfo.InvariantCulture, $"L{x} {y}");
            }

            if (trait.Count == 1)
            {
                // A lone point is drawn by a line of no length.
                chemin.Append("h0");
            }
        }

        return chemin.ToString();
    }

    private static (int X, int Y)? Point(string texte)
    {
        var virgule = texte.IndexOf(',', StringComparison.Ordinal);
        return virgule > 0 && Nombre(texte.AsSpan(0, virgule), Largeur) is { } x && Nombre(texte.AsSpan(virgule + 1), Hauteur) is { } y ? (x, y) : null;
    }

    private static int? Nombre(ReadOnlySpan<char> texte, int max) =>
        texte.Length <= 4 && int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= max ? n : null;

    private static int Etendue(List<(int X, int Y)> points, Func<(int X, int Y), int> sens) => points.Max(sens) - points.Min(sens);
}
