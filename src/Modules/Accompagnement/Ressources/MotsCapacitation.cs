using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words about savoir-faire, paths and figures. The public list is in French and in English; the pages of those who work are in French.</summary>
internal static class MotsCapacitation
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsCapacitation", typeof(MotsCapacitation).Assembly);

    /// <summary>True when the request is in English.</summary>
    public static bool EnAnglais => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsCapacitation.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The French text, whatever the request: for files.</summary>
    public static string Francais(string cle, params object?[] valeurs) => string.Format(
        CultureInfo.GetCultureInfo("fr-FR"),
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsCapacitation.resx has no « {cle} »."),
        valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    public static string Niveau(int? niveau) => T($"Niveau.{(niveau is { } n ? n.ToString(CultureInfo.InvariantCulture) : "Inconnu")}");

    public static string Libelle(SavoirFaire savoirFaire) => EnAnglais ? savoirFaire.LibelleEn : savoirFaire.Libelle;
}
