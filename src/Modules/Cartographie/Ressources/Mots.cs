using System.Globalization;
using System.Resources;
using FaireAvec.Kernel.Ressources;

namespace FaireAvec.Cartographie.Ressources;

/// <summary>The words of the module's pages, in the language of the request. French is the default and complete; a test checks that English is too.</summary>
internal static class Mots
{
    internal static readonly ResourceManager Ressources = new TextesFaciles("FaireAvec.Cartographie.Ressources.Mots", typeof(Mots).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) => DansLaLangue(cle, CultureInfo.CurrentUICulture);

    /// <summary>The text of a key, in another language than that of the request.</summary>
    public static string DansLaLangue(string cle, CultureInfo langue) =>
        Ressources.GetString(cle, langue) ?? throw new InvalidOperationException($"Mots.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The text of a key, or null.</summary>
    public static string? Peut(string cle) => Ressources.GetString(cle, CultureInfo.CurrentUICulture);

    /// <summary>« Cle.Un » or « Cle.Plusieurs », as the number asks (in French, 0 and 1 are singular; in English, only 1).</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre == 1 || (nombre == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr") ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);
}
