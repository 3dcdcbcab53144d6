using System.Text.RegularExpressions;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>A form that writes carries its token. With an address of its own the framework adds none unless it is asked: such a form is refused each time.</summary>
internal static partial class ReglesDesFormulaires
{
    /// <summary>The forms of a page that would be refused.</summary>
    public static IReadOnlyList<string> SansJeton(string page) =>
        [.. Formulaire().Matches(page).Select(m => m.Value).Where(f => f.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase) && f.Contains("action=", StringComparison.OrdinalIgnoreCase) && !f.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal))];

    [GeneratedRegex("<form\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Formulaire();
}
