using System.Globalization;
using System.Resources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words of the page that an invitation opens, in the language of the request: nobody is signed in there yet.</summary>
internal static class MotsInvitation
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.MotsInvitation", typeof(MotsInvitation).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsInvitation.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« 25 novembre 2026 », the day in Paris.</summary>
    public static string Jour(DateTimeOffset instant) => JourDeParis.De(instant).EnMots("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The sentence of an error in the language of the request. French ones are those of the errors themselves.</summary>
    public static string Erreur(Erreur erreur) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? erreur.Message : Ressources.GetString($"Erreur.{erreur.Code}", CultureInfo.CurrentUICulture) ?? erreur.Message;
}
