using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>Codes of départements as somebody types them.</summary>
internal static class Departements
{
    private static readonly char[] Separateurs = [',', ';', ' ', '\u00a0', '\n', '\r', '\t'];

    /// <summary>« 42, 2a, 974 » is 42, 2A, 974, each once.</summary>
    public static Resultat<string[]> Lire(string? saisi)
    {
        var codes = (saisi ?? "").Split(Separateurs, StringSplitOptions.RemoveEmptyEntries).Select(c => c.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToArray();
        if (codes.Length == 0)
        {
            return ErreursClients.DepartementManque;
        }

        return Array.Find(codes, c => !EstUnCode(c)) is { } faux ? ErreursClients.DepartementInconnu(faux[..Math.Min(faux.Length, 20)]) : codes;
    }

    // 01 to 95 but 20, 2A, 2B, and the overseas ones. Kept as a form, not as a list: 969 or 977 come and go.
    private static bool EstUnCode(string code) => code switch
    {
        "2A" or "2B" => true,
        [var a and >= '0' and <= '9', var b and >= '0' and <= '9'] => ((a - '0') * 10) + (b - '0') is >= 1 and <= 95 and not 20,
        ['9', '7' or '8', >= '0' and <= '9'] => true,
        _ => false,
    };
}
