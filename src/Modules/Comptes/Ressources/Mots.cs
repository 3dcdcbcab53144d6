using System.Globalization;
using System.Resources;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words of the pages of those who work. In French only: they work in French, and the pages say so themselves.</summary>
internal static class Mots
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.Mots", typeof(Mots).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"Mots.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    /// <summary>What people call a role.</summary>
    public static string Role(Role role) => T($"Role.{role}");

    /// <summary>What people call how far a right goes.</summary>
    public static string Portee(Portee portee) => T($"Portee.{portee}");
}
