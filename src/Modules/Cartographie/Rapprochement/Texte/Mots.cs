using System.Net;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Rapprochement.Texte;

/// <summary>Cuts a text into comparable words: <see cref="TexteRecherche"/>, without the small words, numbers in figures.</summary>
internal static class Mots
{
    /// <summary>What follows isn't read: a name or an address is never that long.</summary>
    public const int TexteMax = 400;

    /// <summary>Words kept of a text.</summary>
    public const int NombreMax = 40;

    private static readonly HashSet<Mot> Petits =
    [
        .. "de du des d la le les l un une et en a au aux sur sous dans par pour avec chez ou y".Split(' ').Select(m => Mot.De(m)),
    ];

    // In names of streets (« onze novembre ») and of places.
    private static readonly Dictionary<Mot, Mot> EnChiffres = Table(
        "deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 quinze 15 seize 16 vingt 20 trente 30 premier 1 1er 1 ier 1 ii 2 iii 3 iv 4 vi 6 vii 7 viii 8 ix 9 xi 11 xii 12 xiii 13 xiv 14 xvi 16 xx 20 xxiii 23");

    /// <summary>The words in order, small ones left out unless there is nothing else.</summary>
    public static void Lire(string? texte, List<Mot> mots, bool petitsAussi = false)
    {
        mots.Clear();
        if (string.IsNullOrWhiteSpace(texte))
        {
            return;
        }

        var reste = Normaliser(texte).AsSpan();
        while (!reste.IsEmpty && mots.Count < NombreMax)
        {
            var fin = reste.IndexOf(' ');
            var mot = Mot.De(fin < 0 ? reste : reste[..fin]);
            reste = fin < 0 ? default : reste[(fin + 1)..];
            if (!mot.EstVide && (petitsAussi || !Petits.Contains(mot)))
            {
                mots.Add(EnChiffres.GetValueOrDefault(mot, mot));
            }
        }
    }

    public static bool EstPetit(Mot mot) => Petits.Contains(mot);

    /// <summary>The comparable text, HTML entities and « @ » written for an « a » undone.</summary>
    public static string Normaliser(string texte)
    {
        var court = texte.Length > TexteMax ? texte[..TexteMax] : texte;
        // A letter lost twice over in conversions: better none than three others.
        court = court.Replace("\u00EF\u00BF\u00BD", "", StringComparison.Ordinal).Replace("\uFFFD", "", StringComparison.Ordinal);
        if (court.Contains('&', StringComparison.Ordinal))
        {
            court = WebUtility.HtmlDecode(court);
        }

        if (court.Contains('@', StringComparison.Ordinal))
        {
            court = court.Replace('@', 'a');
        }

        return TexteRecherche.Normaliser(court);
    }

    /// <summary>« mot mot mot mot »: each word and what it is replaced by.</summary>
    public static Dictionary<Mot, Mot> Table(string paires)
    {
        var table = new Dictionary<Mot, Mot>();
        var mots = paires.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i + 1 < mots.Length; i += 2)
        {
            table[Mot.De(mots[i])] = Mot.De(mots[i + 1]);
        }

        return table;
    }
}
