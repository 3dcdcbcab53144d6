using System.Globalization;
using System.Resources;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words of the pages about organisations, members, invitations, terms and first steps. In French only, as those of <see cref="Mots"/>.</summary>
internal static class MotsMembres
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.MotsMembres", typeof(MotsMembres).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsMembres.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);
}
