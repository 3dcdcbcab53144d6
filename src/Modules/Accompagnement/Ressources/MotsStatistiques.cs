using System.Globalization;
using System.Resources;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of figures, of reports and of closings, for those who work: in French only.</summary>
internal static class MotsStatistiques
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsStatistiques", typeof(MotsStatistiques).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) => Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsStatistiques.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", nombre.ToString("N0", CultureInfo.CurrentCulture));
}
