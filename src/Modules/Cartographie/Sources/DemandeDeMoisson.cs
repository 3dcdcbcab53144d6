namespace FaireAvec.Cartographie.Sources;

/// <summary>How to harvest a source.</summary>
internal sealed record DemandeDeMoisson
{
    /// <summary>A file given by hand, seekable; null: fetched at the source's address. Closed by the harvest.</summary>
    public Stream? Fichier { get; init; }

    /// <summary>Name of the file given by hand.</summary>
    public string? NomDuFichier { get; init; }

    /// <summary>True: the report, and nothing else.</summary>
    public bool ABlanc { get; init; }

    /// <summary>True: what is read is held until a person has looked at it, however little it changes. Nobody is alerted: the person is in front of it.</summary>
    public bool Retenir { get; init; }

    /// <summary>True: reads the file even when it is the one that was read last.</summary>
    public bool Forcer { get; init; }

    /// <summary>Receives the share done, 0 to 1.</summary>
    public Action<double>? Progres { get; init; }
}
