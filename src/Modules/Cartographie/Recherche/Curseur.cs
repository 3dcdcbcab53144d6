using System.Buffers.Text;
using System.Text;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// Where the next page starts: the whole sort key of the last place given. It points between two places, so a page neither repeats nor skips one
/// when others appear or go, the last place given included.
/// </summary>
/// <param name="Cle">First part of the order: squared chord, or relevance; 0 when sorted by name.</param>
/// <param name="Nom">Name of the last place given, in its comparable form.</param>
/// <param name="Id">Id of the last place given.</param>
internal sealed record Curseur(double Cle, string Nom, string Id)
{
    /// <summary>Longest cursor that is read: the longest name and the longest id, and some room.</summary>
    public const int LongueurMax = 4000;

    public override string ToString()
    {
        var suite = Encoding.UTF8.GetBytes($"{Nom}\0{Id}");
        var octets = new byte[8 + suite.Length];
        BitConverter.TryWriteBytes(octets, Cle);
        suite.CopyTo(octets, 8);
        return Base64Url.EncodeToString(octets);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Curseur? Lire(string texte)
    {
        try
        {
            if (texte.Length > LongueurMax || !Base64Url.IsValid(texte))
            {
                return null;
            }

            var octets = Base64Url.DecodeFromChars(texte);
            if (octets.Length <= 8)
            {
                return null;
            }

            var cle = BitConverter.ToDouble(octets);
            var suite = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets.AsSpan(8)).Split('\0');
            return double.IsFinite(cle) && suite is [var nom, { Length: > 0 } id] ? new Curseur(cle, nom, id) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
