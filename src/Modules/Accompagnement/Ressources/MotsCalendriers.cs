using System.Globalization;
using System.Resources;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of calendars, in the language of the request; those that programs read too.</summary>
internal static class MotsCalendriers
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsCalendriers", typeof(MotsCalendriers).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsCalendriers.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", nombre.ToString("N0", CultureInfo.CurrentCulture));
}
