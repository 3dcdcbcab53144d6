using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Inviter;

/// <summary>The territory of a role, as a form takes it: codes of départements, with spaces or commas.</summary>
internal static class Territoires
{
    /// <summary>The known codes that were typed; null when one of them isn't.</summary>
    public static IReadOnlyList<string>? Lire(string? saisi, ITerritoires territoires)
    {
        var codes = (saisi is { Length: > 1000 } ? saisi[..1000] : saisi ?? "").Split([' ', ',', ';', '\u00a0', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var connus = codes.Select(c => territoires.Departement(c)?.Code).ToList();
        return connus.Contains(null) ? null : [.. connus.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<OptionDeChamp> Options(IEnumerable<Role> roles, Func<Role, string> nom, string choisir) => [new("", choisir), .. roles.Select(r => new OptionDeChamp(r.Cle(), nom(r)))];
}
