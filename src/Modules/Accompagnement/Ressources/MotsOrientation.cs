using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of orientations that people who aren't signed in read too: needs, states, the card, the link, the public path. In the language of the request.</summary>
internal static class MotsOrientation
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsOrientation", typeof(MotsOrientation).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) => Peut(cle) ?? throw new InvalidOperationException($"MotsOrientation.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The text of a key, or null when there is none.</summary>
    public static string? Peut(string cle) => Ressources.GetString(cle, CultureInfo.CurrentUICulture);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", nombre.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>« mercredi 25 novembre 2026, 14 h 30 », in Paris.</summary>
    public static string Instant(DateTimeOffset instant) => Instant(instant, null);

    /// <summary>The same on the clock of a place.</summary>
    public static string Instant(DateTimeOffset instant, string? fuseau)
    {
        var la = HeuresLocales.Locale(fuseau, instant);
        return $"{la.DateTime.EnMots("dddd d MMMM yyyy", CultureInfo.CurrentCulture)}, {la.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "H'\u00a0h\u00a0'mm" : "HH:mm", CultureInfo.CurrentCulture)}";
    }

    /// <summary>What to bring for a need.</summary>
    public static IReadOnlyList<string> Apporter(string? besoin) =>
    [
        T("Apporter.Fiche"),
        .. (BesoinsDOrientation.De(besoin)?.Famille switch
        {
            FamilleDeBesoin.AccesAuxDroits => (string[])["Identite", "Courriers"],
            FamilleDeBesoin.OuvertureDesDroits => ["Identite", "Courriers", "Ressources"],
            FamilleDeBesoin.AccesAuDroit => ["Courriers", "Questions"],
            FamilleDeBesoin.ConduitesARisque => ["Preuves", "Appareil"],
            FamilleDeBesoin.Equiper => ["Identite", "Questions"],
            FamilleDeBesoin.LireEtParler => ["Questions"],
            _ => ["Appareil", "Questions"],
        }).Select(c => T($"Apporter.{c}")),
    ];

    /// <summary>The sentence of an error in the language of the request.</summary>
    public static string Erreur(Erreur erreur) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? erreur.Message : Peut($"Erreur.{erreur.Code}") ?? erreur.Message;
}
