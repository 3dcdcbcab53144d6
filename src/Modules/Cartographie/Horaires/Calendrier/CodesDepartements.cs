using System.Globalization;

namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>
/// The codes under which clocks and holidays are kept: départements and overseas collectivities with inhabitants. Source: INSEE, official geographic code.
/// </summary>
internal static class CodesDepartements
{
    /// <summary>
    /// The code as INSEE writes it: « 1 » gives « 01 », « 2a » gives « 2A ». « 20 », which postal codes still use, stands for Corsica, whose two
    /// départements have the same clock and holidays. False when there is no such département.
    /// </summary>
    public static bool TryLire(string? texte, out string code)
    {
        code = (texte ?? "").Trim().ToUpperInvariant();
        if (code.Length == 1)
        {
            code = "0" + code;
        }

        if (code is "2A" or "2B")
        {
            return true;
        }

        if (code.Length is not (2 or 3) || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var numero))
        {
            return false;
        }

        code = numero == 20 ? "2A" : code;
        return code.Length == 2 ? numero is >= 1 and <= 95 : numero is (>= 971 and <= 978) or (>= 986 and <= 988);
    }
}
