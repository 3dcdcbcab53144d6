namespace FaireAvec.Cartographie.Domain;

/// <summary>One run of « lieux importer » and what it did, kept for the data managers.</summary>
internal sealed class ImportDeLieux
{
    public required Guid Id { get; init; }
    public required string Fichier { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string Empreinte { get; init; }

    public required DateTimeOffset DebutLe { get; init; }
    public required DateTimeOffset FinLe { get; init; }
    public required int Lus { get; init; }
    public required int Ajoutes { get; init; }
    public required int Modifies { get; init; }
    public required int Inchanges { get; init; }
    public required int Rejetes { get; init; }
    public required int Retires { get; init; }
    public required int Retenus { get; init; }
}
