using System.Buffers.Text;
using System.Text;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// Where the next page starts: the sort key and the id of the last place given. It points between two places, so a page neither repeats nor skips
/// one when others appear or go.
/// </summary>
/// <param name="Cle">First part of the order: squared chord, or relevance; 0 when sorted by name.</param>
/// <param name="Id">Id of the last place given.</param>
internal sealed record Curseur(double Cle, string Id)
{
    public override string ToString()
    {
        var id = Encoding.UTF8.GetBytes(Id);
        var octets = new byte[8 + id.Length];
        BitConverter.TryWriteBytes(octets, Cle);
        id.CopyTo(octets, 8);
        return Base64Url.EncodeToString(octets);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Curseur? Lire(string texte)
    {
        try
        {
            if (texte.Length > 400 || !Base64Url.IsValid(texte))
            {
                return null;
            }

            var octets = Base64Url.DecodeFromChars(texte);
            if (octets.Length <= 8)
            {
                return null;
            }

            var cle = BitConverter.ToDouble(octets);
            return double.IsFinite(cle) ? new Curseur(cle, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets.AsSpan(8))) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
