namespace FaireAvec.Kernel.Normes;

/// <summary>A number that can receive a short message: a mobile of France, mainland or overseas, or of Luxembourg, where many who live at the border have theirs.</summary>
public sealed record NumeroDeMobile
{
    /// <summary>Longest input that is read.</summary>
    public const int SaisieMax = 40;

    private NumeroDeMobile(string e164) => E164 = e164;

    /// <summary>« +33639980102 ».</summary>
    public string E164 { get; }

    /// <summary>Reads a number as people write it. Null when it isn't a mobile.</summary>
    /// <param name="saisie">As typed: « 06 39 98 01 02 », « +262 (0)692 12 34 56 », « 87 12 34 56 » in Polynesia.</param>
    /// <param name="departement">Code of the département or collectivity: decides for local numbers without a 0 in front.</param>
    public static NumeroDeMobile? Lire(string? saisie, string? departement = null)
    {
        if (saisie is not { Length: > 0 and <= SaisieMax })
        {
            return null;
        }

        // « +33 (0)6… » is often written.
        var texte = string.Concat(saisie.Replace("(0)", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')' or '/' or '\u2011')));
        var plus = texte.StartsWith('+');
        var chiffres = plus ? texte[1..] : texte;
        if (chiffres.Length == 0 || chiffres.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        if (!plus && chiffres.StartsWith("00", StringComparison.Ordinal))
        {
            (plus, chiffres) = (true, chiffres[2..]);
        }

        return plus ? International(chiffres, departement) : National(chiffres, departement);
    }

    /// <summary>Never the number: it would be read in a log.</summary>
    public override string ToString() => $"{E164[..3]}…{E164[^2..]}";

    private static NumeroDeMobile? National(string chiffres, string? departement)
    {
        var local = PlanDeNumerotation.IndicatifDuDepartement(departement);
        return Mobile(PlanDeNumerotation.LongueurLocale(local) == chiffres.Length ? PlanDeNumerotation.Local(local, chiffres) : PlanDeNumerotation.DixChiffres(chiffres, departement));
    }

    private static NumeroDeMobile? International(string chiffres, string? departement)
    {
        if (Array.Find(PlanDeNumerotation.Indicatifs, i => chiffres.StartsWith(i, StringComparison.Ordinal)) is { } indicatif)
        {
            return Mobile(PlanDeNumerotation.ApresIndicatif(indicatif, chiffres.AsSpan(indicatif.Length), departement));
        }

        return chiffres.StartsWith("3526", StringComparison.Ordinal) && chiffres.Length == 12 ? new($"+{chiffres}") : null;
    }

    private static NumeroDeMobile? Mobile(NumeroTelephone? numero) => numero is { Type: TypeTelephone.Mobile, E164: { } e164 } ? new(e164) : null;
}
