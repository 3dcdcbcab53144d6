using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of registers of attendance. What who signs reads is in French and in English; the pages of those who work are in French.</summary>
internal static class MotsRegistres
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsRegistres", typeof(MotsRegistres).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsRegistres.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", nombre.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>The sentence of an error in the language of the request.</summary>
    public static string Erreur(Erreur erreur) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "fr" && Ressources.GetString($"Erreur.{erreur.Code}", CultureInfo.CurrentUICulture) is { } phrase ? phrase : erreur.Message;

    /// <summary>« de 14 h 30 à 16 h ».</summary>
    public static string Heures(Registre registre) => T("Heures", Heure(registre.Debut), Heure(registre.Fin));

    /// <summary>« 14 h 05 », in Paris.</summary>
    public static string Heure(DateTimeOffset instant) => Heure(TimeOnly.FromDateTime(JourDeParis.Heure(instant).DateTime));

    /// <summary>« jeudi 26 novembre 2026 », in the language of the request.</summary>
    public static string JourLong(DateOnly jour) => jour.EnMots("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    private static string Heure(TimeOnly heure) =>
        heure.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? heure.Minute == 0 ? "H'\u00a0h'" : "H'\u00a0h\u00a0'mm" : "H:mm", CultureInfo.InvariantCulture);
}
