using System.Globalization;
using System.Resources;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words of the pages of the clients of the API and of their webhooks. In French only.</summary>
internal static class MotsClients
{
    private static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.MotsClients", typeof(MotsClients).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsClients.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, long nombre) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", nombre.ToString("N0", CultureInfo.CurrentCulture));
}
