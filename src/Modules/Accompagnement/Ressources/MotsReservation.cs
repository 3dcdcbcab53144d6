using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words for whoever books, in the language of the request; for a mail, in the one in which they booked.</summary>
internal static class MotsReservation
{
    internal static readonly ResourceManager Ressources = new TextesFaciles("FaireAvec.Accompagnement.Ressources.MotsReservation", typeof(MotsReservation).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) => Lire(CultureInfo.CurrentUICulture, cle);

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The same in a language.</summary>
    public static string Dans(CultureInfo langue, string cle, params object?[] valeurs) => string.Format(langue, Lire(langue, cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    /// <summary>« mardi 1er décembre à 9 h 30 », by the clock of the place.</summary>
    public static string Moment(DateTimeOffset instant, string fuseau) => MomentDans(CultureInfo.CurrentUICulture, instant, fuseau);

    /// <summary>The same in a language.</summary>
    public static string MomentDans(CultureInfo langue, DateTimeOffset instant, string fuseau) => Dans(langue, "Moment", JourDans(langue, HeuresLocales.Jour(fuseau, instant)), HeureDans(langue, instant, fuseau));

    /// <summary>« 9 h 30 », « 9:30 ».</summary>
    public static string Heure(DateTimeOffset instant, string fuseau) => HeureDans(CultureInfo.CurrentUICulture, instant, fuseau);

    /// <summary>« mardi 1er décembre ».</summary>
    public static string JourLong(DateOnly jour) => JourDans(CultureInfo.CurrentUICulture, jour);

    /// <summary>The sentence of an error in the language of the request. One with a figure in it stays as it was made.</summary>
    public static string Erreur(Erreur erreur) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "fr" && Ressources.GetString($"Erreur.{erreur.Code}", CultureInfo.CurrentUICulture) is { } phrase ? phrase : MotsMaCarte.Erreur(erreur);

    private static string HeureDans(CultureInfo langue, DateTimeOffset instant, string fuseau)
    {
        var locale = HeuresLocales.Locale(fuseau, instant);
        return langue.TwoLetterISOLanguageName == "fr" ? HeureSaisie.EnMots(TimeOnly.FromDateTime(locale.DateTime)) : locale.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    private static string JourDans(CultureInfo langue, DateOnly jour) => jour.EnMots("dddd d\u00a0MMMM", langue);

    private static string Lire(CultureInfo langue, string cle) => Ressources.GetString(cle, langue) ?? throw new InvalidOperationException($"MotsReservation.resx has no « {cle} ».");
}
