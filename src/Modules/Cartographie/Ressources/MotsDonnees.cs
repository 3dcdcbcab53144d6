using System.Globalization;
using System.Resources;

namespace FaireAvec.Cartographie.Ressources;

/// <summary>The words of the pages of those who keep the data. In French only: the people who open them work in French, and the pages say so themselves.</summary>
internal static class MotsDonnees
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Cartographie.Ressources.MotsDonnees", typeof(MotsDonnees).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsDonnees.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    /// <summary>What people call a column of the standard.</summary>
    public static string Champ(string colonne) => Ressources.GetString($"Champ.{colonne}", CultureInfo.InvariantCulture) ?? colonne;
}
