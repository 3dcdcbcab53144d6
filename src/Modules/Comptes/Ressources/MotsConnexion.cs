using System.Globalization;
using System.Resources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words of the pages where one signs in, in the language of the request, and the sentences of their errors.</summary>
internal static class MotsConnexion
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.MotsConnexion", typeof(MotsConnexion).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsConnexion.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The French text, whatever the request: for errors, which are French where nobody asks for a language.</summary>
    public static string Francais(string cle, params object?[] valeurs) => string.Format(
        CultureInfo.GetCultureInfo("fr-FR"),
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsConnexion.resx has no « {cle} »."),
        valeurs);

    /// <summary>The sentence of an error in the language of the request. One with a figure in it stays as it was made.</summary>
    public static string Erreur(Erreur erreur) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "fr" && Ressources.GetString($"Erreur.{erreur.Code}", CultureInfo.CurrentUICulture) is { } phrase && !phrase.Contains("{0}", StringComparison.Ordinal)
            ? phrase
            : erreur.Message;
}
