using System.Globalization;
using System.Resources;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words of one's own account, of the help between colleagues, and of the mails. In French only: those who work do so in French.</summary>
internal static class MotsCompte
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.MotsCompte", typeof(MotsCompte).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsCompte.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.GetCultureInfo("fr-FR"), T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", nombre);
}
