using System.Globalization;
using System.Resources;
using FaireAvec.Kernel.Ressources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words for a person with their card, and of what is kept of them, in the language of the request.</summary>
internal static class MotsMaCarte
{
    internal static readonly ResourceManager Ressources = new TextesFaciles("FaireAvec.Accompagnement.Ressources.MotsMaCarte", typeof(MotsMaCarte).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsMaCarte.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The sentence of an error in the language of the request. One with a figure in it stays as it was made.</summary>
    public static string Erreur(Erreur erreur) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "fr" && Ressources.GetString($"Erreur.{erreur.Code}", CultureInfo.CurrentUICulture) is { } phrase ? phrase : erreur.Message;
}
