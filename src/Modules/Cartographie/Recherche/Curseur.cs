using System.Buffers.Text;
using System.Text;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// Where the next page starts: the whole sort key of the last place given. It points between two places, so a page neither repeats nor skips one
/// when others appear or go, the last place given included.
/// </summary>
/// <param name="Recherche">The search it belongs to: <see cref="Criteres.Empreinte"/>.</param>
/// <param name="Cle">First part of the order: squared chord, or relevance; 0 when sorted by name.</param>
/// <param name="Nom">Name of the last place given, in its comparable form.</param>
/// <param name="Id">Id of the last place given.</param>
internal sealed record Curseur(uint Recherche, double Cle, string Nom, string Id)
{
    /// <summary>Longest cursor that is read: the longest name and the longest id, and some room.</summary>
    public const int LongueurMax = 4000;

    // Before the texts: the search, then the key.
    private const int Entete = sizeof(uint) + sizeof(double);

    public override string ToString()
    {
        var suite = Encoding.UTF8.GetBytes($"{Nom}\0{Id}");
        var octets = new byte[Entete + suite.Length];
        BitConverter.TryWriteBytes(octets, Recherche);
        BitConverter.TryWriteBytes(octets.AsSpan(sizeof(uint)), Cle);
        suite.CopyTo(octets, Entete);
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
            if (octets.Length <= Entete)
            {
                return null;
            }

            var cle = BitConverter.ToDouble(octets, sizeof(uint));
            var suite = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets.AsSpan(Entete)).Split('\0');
            return double.IsFinite(cle) && suite is [var nom, { Length: > 0 } id] ? new Curseur(BitConverter.ToUInt32(octets), cle, nom, id) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
