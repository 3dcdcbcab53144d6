using System.IO.Compression;
using System.Security.Cryptography;
using FaireAvec.Territoires.Import;

namespace FaireAvec.Territoires.Api;

/// <summary>The outlines of the départements, as they are sent: read at the first request, kept compressed and not.</summary>
internal sealed class ContoursDesDepartements(FichiersTerritoires fichiers)
{
    private readonly Lazy<(byte[] Compresse, byte[] Clair, string Empreinte)> _contenu = new(() =>
    {
        var compresse = fichiers.Octets(FichiersTerritoires.Contours);
        using var lecture = new GZipStream(new MemoryStream(compresse), CompressionMode.Decompress);
        using var clair = new MemoryStream();
        lecture.CopyTo(clair);
        return (compresse, clair.ToArray(), Convert.ToHexStringLower(SHA256.HashData(compresse))[..20]);
    });

    public byte[] Compresse => _contenu.Value.Compresse;

    public byte[] Clair => _contenu.Value.Clair;

    public string Empreinte => _contenu.Value.Empreinte;
}
