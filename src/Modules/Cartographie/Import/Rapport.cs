namespace FaireAvec.Cartographie.Import;

/// <summary>One fault of a row. A rejected row is not imported; otherwise the value alone is left out.</summary>
/// <param name="Ligne">Line of the file where the row begins; the header is line 1.</param>
/// <param name="Id">Id of the row, when it has one.</param>
/// <param name="Champ">Column.</param>
/// <param name="Valeur">What was written, shortened.</param>
/// <param name="Raison">A French sentence.</param>
/// <param name="Rejete">True when the whole row is refused.</param>
internal sealed record Anomalie(long Ligne, string? Id, string Champ, string? Valeur, string Raison, bool Rejete);

/// <summary>What an import did.</summary>
internal sealed record Bilan
{
    public int Lus { get; set; }

    public int Rejetes { get; set; }

    public int Avertissements { get; set; }

    public int Ajoutes { get; set; }

    public int Modifies { get; set; }

    public int Inchanges { get; set; }

    public int Retires { get; set; }

    public int Retenus { get; set; }

    public long DureeMs { get; set; }
}

/// <summary>The file as a whole can't be read. The message is a French sentence.</summary>
internal sealed class FichierIllisibleException(string message) : Exception(message);
