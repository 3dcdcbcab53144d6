using System.Globalization;
using System.Resources;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words of the pages of identity providers, in the visitor's language.</summary>
internal static class MotsOidc
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.MotsOidc", typeof(MotsOidc).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(
        CultureInfo.CurrentCulture,
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsOidc.resx has no « {cle} »."),
        valeurs);
}
