namespace FaireAvec.Cartographie.Domain;

/// <summary>One file of a publication, kept in the database so that every node serves the same bytes.</summary>
internal sealed class FichierDePublication
{
    public required DateOnly Jour { get; init; }
    public required string Nom { get; init; }
    public required string TypeMedia { get; init; }

    /// <summary>The content, gzip.</summary>
    public required byte[] Octets { get; init; }

    /// <summary>SHA-256 of the content before gzip, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes before gzip.</summary>
    public required long Taille { get; init; }
}
