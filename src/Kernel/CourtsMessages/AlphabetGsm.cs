using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>
/// The seven-bit alphabet of short messages (3GPP TS 23.038). A text that has one other sign is sent in 16 bits: 70 signs for the price of 160. French
/// has « é è à ù ç in capital », but neither « ê î ô û ç » nor the typographic apostrophe.
/// </summary>
public static class AlphabetGsm
{
    private const string Base = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly FrozenSet<char> Simples = Base.ToFrozenSet();
    private static readonly FrozenSet<char> Doubles = Extension.ToFrozenSet();

    // Signs whose nearest isn't found by taking the accent off.
    private static readonly FrozenDictionary<char, string> Proches = new Dictionary<char, string>
    {
        ['’'] = "'",
        ['‘'] = "'",
        ['ʼ'] = "'",
        ['«'] = "\"",
        ['»'] = "\"",
        ['“'] = "\"",
        ['”'] = "\"",
        ['–'] = "-",
        ['—'] = "-",
        ['‑'] = "-",
        ['…'] = "...",
        ['œ'] = "oe",
        ['Œ'] = "OE",
        ['·'] = ".",
        ['•'] = "-",
        ['\u00a0'] = " ",
        ['\u202f'] = " ",
        ['\u2009'] = " ",
        ['\t'] = " ",
    }.ToFrozenDictionary();

    /// <summary>Seven-bit units that a sign takes: 1, 2 for those of the extension, 0 when the alphabet hasn't it.</summary>
    public static int Unites(char signe) => Simples.Contains(signe) ? 1 : Doubles.Contains(signe) ? 2 : 0;

    /// <summary>The text with its nearest signs of the alphabet. What has none (another script, a picture) stays: it is better read in 16 bits than lost.</summary>
    public static string Rapprocher(string texte)
    {
        var sortie = new StringBuilder(texte.Length);
        // The space that goes with French quotation marks isn't paid for.
        foreach (var signe in texte.Replace("«\u00a0", "«", StringComparison.Ordinal).Replace("«\u202f", "«", StringComparison.Ordinal).Replace("« ", "«", StringComparison.Ordinal).Replace("\u00a0»", "»", StringComparison.Ordinal).Replace("\u202f»", "»", StringComparison.Ordinal).Replace(" »", "»", StringComparison.Ordinal))
        {
            if (Unites(signe) > 0)
            {
                sortie.Append(signe);
            }
            else if (Proches.TryGetValue(signe, out var proche))
            {
                sortie.Append(proche);
            }
            else
            {
                sortie.Append(SansAccent(signe));
            }
        }

        return sortie.ToString();
    }

    private static char SansAccent(char signe)
    {
        if (char.IsSurrogate(signe))
        {
            return signe;
        }

        var decompose = signe.ToString().Normalize(NormalizationForm.FormD);
        return decompose.Length > 1 && Unites(decompose[0]) > 0 && decompose.Skip(1).All(c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) ? decompose[0] : signe;
    }
}
