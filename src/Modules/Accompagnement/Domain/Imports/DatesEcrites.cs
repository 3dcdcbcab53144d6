using System.Globalization;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>A date as it was read.</summary>
/// <param name="Jour">The day; null when it isn't one.</param>
/// <param name="Ambigue">True when day and month could be the other way round.</param>
/// <param name="MoisDAbord">True when it can only be written month first.</param>
internal readonly record struct DateLue(DateOnly? Jour, bool Ambigue, bool MoisDAbord);

/// <summary>
/// Dates as people and spreadsheets write them: « 2025-03-03 », « 03/03/2025 », « 3/3/25 », « 3 mars 2025 », and the number of days of a workbook. The day comes first, as in France,
/// unless the author says otherwise.
/// </summary>
internal static class DatesEcrites
{
    private const int LongueurMax = 60;
    private static readonly System.Buffers.SearchValues<char> DUneHeure = System.Buffers.SearchValues.Create("0123456789:.Zz+-hH àa");
    private static readonly DateOnly Origine1900 = new(1899, 12, 30);
    private static readonly DateOnly Origine1904 = new(1904, 1, 1);

    private static readonly string[][] Mois =
    [
        ["janvier", "janv", "jan"], ["fevrier", "fevr", "fev"], ["mars", "mar"], ["avril", "avr"], ["mai"], ["juin"], ["juillet", "juil"], ["aout"], ["septembre", "sept", "sep"], ["octobre", "oct"], ["novembre", "nov"], ["decembre", "dec"],
    ];

    public static DateLue Lire(string? texte, bool moisDAbord, bool depuis1904)
    {
        var t = texte?.Trim();
        if (t is not { Length: > 0 and <= LongueurMax })
        {
            return default;
        }

        // A workbook that keeps a number where a date should be. Before 1954 it is no date of ours: « 90 » isn't one.
        if (double.TryParse(t, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre))
        {
            return nombre is >= 20_000 and < 110_000 ? new((depuis1904 ? Origine1904 : Origine1900).AddDays((int)nombre), false, false) : default;
        }

        return EnMots(t) is { } enMots ? new(enMots, false, false) : EnChiffres(t, moisDAbord);
    }

    private static DateLue EnChiffres(string texte, bool moisDAbord)
    {
        // What follows is an hour.
        var jour = texte.AsSpan();
        var fin = jour.IndexOfAny('T', ' ');
        if (fin > 0)
        {
            var reste = jour[(fin + 1)..].Trim();
            if (reste.ContainsAnyExcept(DUneHeure))
            {
                return default;
            }

            jour = jour[..fin];
        }

        Span<Range> parts = stackalloc Range[4];
        if (jour.SplitAny(parts, "/-.") != 3)
        {
            return default;
        }

        Span<int> n = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            if (!int.TryParse(jour[parts[i]], NumberStyles.None, CultureInfo.InvariantCulture, out n[i]))
            {
                return default;
            }
        }

        var (premier, dernier) = (jour[parts[0]].Length, jour[parts[2]].Length);
        if (premier == 4)
        {
            return new(Jour(n[0], n[1], n[2]), false, false);
        }

        if (dernier is not (2 or 4) || premier > 2)
        {
            return default;
        }

        var annee = dernier == 2 ? 2000 + n[2] : n[2];
        var (j, m) = moisDAbord ? (n[1], n[0]) : (n[0], n[1]);
        return m > 12 && j <= 12
            ? new(null, false, !moisDAbord)
            : new(Jour(annee, m, j), j <= 12 && m <= 12 && j != m, false);
    }

    // « lundi 3 mars 2025 », « 1er avril 25 ».
    private static DateOnly? EnMots(string texte)
    {
        var mots = TexteRecherche.Normaliser(texte).Split(' ');
        for (var i = 1; i + 1 < mots.Length; i++)
        {
            var mois = Array.FindIndex(Mois, m => m.Contains(mots[i], StringComparer.Ordinal));
            var jour = mots[i - 1] == "1er" ? "1" : mots[i - 1];
            if (mois >= 0 && jour.Length <= 2 && int.TryParse(jour, NumberStyles.None, CultureInfo.InvariantCulture, out var j) && mots[i + 1].Length is 2 or 4 && int.TryParse(mots[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var a))
            {
                return Jour(mots[i + 1].Length == 2 ? 2000 + a : a, mois + 1, j);
            }
        }

        return null;
    }

    private static DateOnly? Jour(int annee, int mois, int jour) =>
        annee is >= 1 and <= 9999 && mois is >= 1 and <= 12 && jour >= 1 && jour <= DateTime.DaysInMonth(annee, mois) ? new DateOnly(annee, mois, jour) : null;
}
