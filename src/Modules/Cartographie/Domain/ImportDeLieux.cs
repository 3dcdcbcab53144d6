namespace FaireAvec.Cartographie.Domain;

/// <summary>One reading of a file of places and what it did, kept for the data managers.</summary>
internal sealed class ImportDeLieux
{
    private StatutImport _statut = StatutImport.EnCours;

    public required Guid Id { get; init; }

    /// <summary>Code of the source; null for a file of several sources (« lieux importer »).</summary>
    public string? Source { get; init; }

    public required OrigineImport Origine { get; init; }

    /// <summary>Name of the file, or its address.</summary>
    public required string Fichier { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal; empty as long as it wasn't read.</summary>
    public string Empreinte { get; set; } = "";

    /// <summary>Version of the mapping used; null for a file of the standard.</summary>
    public int? VersionDeCorrespondance { get; set; }

    public required string Auteur { get; init; }

    /// <summary>When its reading began; when it was asked for as long as it waits for its turn.</summary>
    public required DateTimeOffset DebutLe { get; set; }
    public DateTimeOffset? FinLe { get; private set; }

    public StatutImport Statut
    {
        get => _statut;
        init => _statut = value;
    }

    /// <summary>« En attente » or « en cours », but nobody does it any more: the program or the machine stopped. Seen when it is read, never kept.</summary>
    public bool Interrompu { get; set; }

    /// <summary>Why it is held, refused or failed: a French sentence.</summary>
    public string? Raison { get; private set; }

    public int Lus { get; set; }

    /// <summary>Rows that gave a place.</summary>
    public int Gardes { get; set; }

    /// <summary>Of which with at least one value corrected.</summary>
    public int Corriges { get; set; }

    public int Rejetes { get; set; }
    public int Ajoutes { get; set; }
    public int Modifies { get; set; }
    public int Inchanges { get; set; }

    /// <summary>Places that the file no longer holds.</summary>
    public int Retires { get; set; }

    /// <summary>Places kept off the map (<see cref="RetenueHebergement"/>).</summary>
    public int Retenus { get; set; }

    /// <summary>Places of the source before; with <see cref="Gardes"/>, says by how much it shrinks.</summary>
    public int Avant { get; set; }

    /// <summary>Moves the import to another state; false when the table doesn't allow it.</summary>
    public bool Passer(StatutImport vers, DateTimeOffset maintenant, string? raison = null)
    {
        if (!StatutsImport.Permet(Statut, vers))
        {
            return false;
        }

        _statut = vers;
        Raison = raison;
        FinLe = vers == StatutImport.EnCours ? null : maintenant;
        return true;
    }
}
