using System.Text;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// Puts back letters that an export replaced by the sign of the lost letter (U+FFFD). A word is mended when the words of the document give one answer
/// only; « l�hôtel » is an apostrophe. What can't be mended keeps the sign, and is dealt with later.
/// </summary>
internal sealed class Reparation
{
    public const char Perdue = '\uFFFD';

    private static readonly string[] Elisions = ["l", "d", "s", "n", "j", "m", "c", "qu", "jusqu", "lorsqu", "puisqu"];

    // Null: several words fit.
    private readonly Dictionary<string, string?> _mots = new(StringComparer.Ordinal);

    /// <param name="mots">Words as they should be written, with their accents.</param>
    public Reparation(IEnumerable<string> mots)
    {
        foreach (var mot in mots.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var abime = Abimer(mot);
            _mots[abime] = _mots.ContainsKey(abime) ? null : mot.ToLowerInvariant();
        }
    }

    public static bool EstAbime(string texte) => texte.Contains(Perdue, StringComparison.Ordinal);

    public string Reparer(string texte)
    {
        if (_mots.Count == 0 || !EstAbime(texte))
        {
            return texte;
        }

        var sortie = new StringBuilder(texte.Length + 4);
        for (var i = 0; i < texte.Length;)
        {
            var fin = i;
            while (fin < texte.Length && (char.IsLetter(texte[fin]) || texte[fin] == Perdue))
            {
                fin++;
            }

            if (fin == i)
            {
                sortie.Append(texte[i++]);
                continue;
            }

            sortie.Append(Mot(texte[i..fin]));
            i = fin;
        }

        return sortie.ToString();
    }

    private string Mot(string mot)
    {
        var perdue = mot.IndexOf(Perdue, StringComparison.Ordinal);
        if (perdue < 0)
        {
            return mot;
        }

        if (_mots.GetValueOrDefault(mot.ToLowerInvariant()) is { } juste)
        {
            return Remettre(mot, juste);
        }

        return perdue < mot.Length - 1 && Elisions.Contains(mot[..perdue].ToLowerInvariant()) && !EstAbime(Mot(mot[(perdue + 1)..]))
            ? $"{mot[..perdue]}’{Mot(mot[(perdue + 1)..])}"
            : mot;
    }

    /// <summary>The letters of the file, and the lost ones from the right word, capital when their neighbours are.</summary>
    private static string Remettre(string mot, string juste)
    {
        var capitales = mot.Where(char.IsAsciiLetter).All(char.IsAsciiLetterUpper) && mot.Any(char.IsAsciiLetter);
        return string.Create(mot.Length, (mot, juste, capitales), static (sortie, e) =>
        {
            for (var i = 0; i < sortie.Length; i++)
            {
                sortie[i] = e.mot[i] != Perdue ? e.mot[i] : e.capitales ? char.ToUpperInvariant(e.juste[i]) : e.juste[i];
            }
        });
    }

    /// <summary>What the export makes of a word.</summary>
    private static string Abimer(string mot) => string.Concat(mot.ToLowerInvariant().Select(c => char.IsAscii(c) ? c : Perdue));
}
