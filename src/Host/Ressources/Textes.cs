using System.Globalization;
using System.Resources;

namespace FaireAvec.Host.Ressources;

/// <summary>
/// Titles and short words of the editorial pages, in the language of the page. Their long texts are in two files beside each page, one for each language.
/// French is the default; a test checks that English is complete.
/// </summary>
internal static class Textes
{
    private static readonly ResourceManager Ressources = new("FaireAvec.Host.Ressources.Textes", typeof(Textes).Assembly);

    public static string Lire(string nom) =>
        DansLaLangue(nom, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"Add the text \"{nom}\" to src/Host/Ressources/Textes.resx.");

    internal static string? DansLaLangue(string nom, CultureInfo culture) => Ressources.GetString(nom, culture);
}
