using System.IO.Compression;
using System.Security.Cryptography;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Publication;

/// <summary>A file of a publication, just made.</summary>
/// <param name="Nom">Name.</param>
/// <param name="TypeMedia">Media type.</param>
/// <param name="Octets">Content, gzip.</param>
/// <param name="Sha256">SHA-256 of the content before gzip.</param>
/// <param name="Taille">Bytes before gzip.</param>
internal sealed record FichierFait(string Nom, string TypeMedia, byte[] Octets, string Sha256, long Taille)
{
    /// <summary>Makes a file: what is written goes straight to gzip, so that the whole text is never in memory.</summary>
    public static FichierFait Ecrire(string nom, string typeMedia, Action<Stream> ecrire)
    {
        using var memoire = new MemoryStream();
        using var empreinte = SHA256.Create();
        long taille;
        using (var gzip = new GZipStream(memoire, CompressionLevel.Optimal, leaveOpen: true))
        using (var compteur = new FluxCompte(gzip, empreinte))
        {
            ecrire(compteur);
            compteur.Flush();
            taille = compteur.Ecrits;
        }

        empreinte.TransformFinalBlock([], 0, 0);
        return new FichierFait(nom, typeMedia, memoire.ToArray(), Convert.ToHexStringLower(empreinte.Hash!), taille);
    }

    public FichierDePublication EnBase(DateOnly jour) => new() { Jour = jour, Nom = Nom, TypeMedia = TypeMedia, Octets = Octets, Sha256 = Sha256, Taille = Taille };

    /// <summary>The content as it was written.</summary>
    public Stream Lire() => new GZipStream(new MemoryStream(Octets, writable: false), CompressionMode.Decompress);
}
