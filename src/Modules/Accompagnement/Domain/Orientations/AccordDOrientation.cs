using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>How a yes was said. The words are under « Forme.{value} ».</summary>
internal enum FormeDAccord
{
    /// <summary>Aloud, before a witness.</summary>
    Oral,

    /// <summary>On a paper that the professional keeps.</summary>
    Papier,
}

/// <summary>A yes: who, when, how.</summary>
/// <param name="Qui">The person, a parent, the one who protects.</param>
/// <param name="Le">When.</param>
/// <param name="Forme">How.</param>
/// <param name="Temoin">Code of the witness of an oral yes: a badge, initials. Never a name.</param>
internal sealed record AccordDOrientation(PartieAUnMandat Qui, DateTimeOffset Le, FormeDAccord Forme, string? Temoin)
{
    public const int TemoinMax = 12;

    /// <summary>The code tidied; null when it isn't one.</summary>
    public static string? LireTemoin(string? saisi)
    {
        var code = saisi?.Trim().ToUpperInvariant();
        return code is { Length: >= 2 and <= TemoinMax } && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? code : null;
    }

    /// <summary>What is wrong in a yes, or null.</summary>
    public static Kernel.Resultats.Erreur? Verifier(AccordDOrientation accord) =>
        accord.Forme == FormeDAccord.Oral && LireTemoin(accord.Temoin) is null ? ErreursOrientation.Temoin : null;
}
