using System.Text.RegularExpressions;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Cartographie.Nettoyage.Telephones;

/// <summary>Traces and reports never hold somebody's mobile.</summary>
internal static partial class MasqueDeMobile
{
    // What could not be read may be somebody's mobile with a digit missing.
    public static string Tout(string texte) => ChiffresMobiles().Replace(texte, m => $"{m.Value[..2]}•••");

    public static string Mobiles(string texte, List<NumeroTelephone> numeros) => numeros.Exists(n => n.Type == TypeTelephone.Mobile) ? string.Join(" / ", numeros.Select(n => n.Type == TypeTelephone.Mobile ? n.Masque : n.Affichage)) : texte;

    [GeneratedRegex(@"\b0[67](?=\d|[ .\-]\d)[\d .\-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChiffresMobiles();
}
