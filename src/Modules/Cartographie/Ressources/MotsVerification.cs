using System.Globalization;
using System.Resources;
using FaireAvec.Cartographie.Revue;

namespace FaireAvec.Cartographie.Ressources;

/// <summary>The words of the page where a producer checks its file, in the language of the request. What the standard's rules say stays in French, and the page says so.</summary>
internal static class MotsVerification
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Cartographie.Ressources.MotsVerification", typeof(MotsVerification).Assembly);

    public static bool EnFrancais => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsVerification.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » or « Cle.Plusieurs », as the number asks (in French, 0 and 1 are singular; in English, only 1).</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre == 1 || (nombre == 0 && EnFrancais) ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    /// <summary>What a group of defects is about: its column, or its rule. The people's name of a column, and the sentence of a rule, are in French only.</summary>
    public static string Sujet(DefautsDUneRegle defauts) => (defauts.Colonne, EnFrancais) switch
    {
        ({ } colonne, true) => $"{MotsDonnees.Champ(colonne)} ({colonne})",
        ({ } colonne, false) => colonne,
        (null, true) => defauts.Titre,
        (null, false) => defauts.Regle,
    };
}
