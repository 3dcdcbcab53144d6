namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>Where the acts of a file take place and whose they are, as the reading asks.</summary>
/// <param name="Lieu">A place by its name and the INSEE code of its commune: its id, or null.</param>
/// <param name="Commune">A commune by INSEE code, postal code and name: its INSEE code, or null.</param>
/// <param name="EstMoi">True when this name is the author's.</param>
/// <param name="EstMaStructure">True when this name is that of the author's organisation.</param>
internal sealed record ReperesDuFichier(Func<string, string, string?> Lieu, Func<string?, string?, string?, string?> Commune, Func<string, bool> EstMoi, Func<string, bool> EstMaStructure)
{
    /// <summary>A label that the author may put on an act, by its name made comparable; null when there is none.</summary>
    public Func<string, Guid?> Etiquette { get; init; } = _ => null;
}

/// <summary>What is known of the person of one row.</summary>
internal readonly record struct PersonneDuFichier(string? Genre, string? Age, string? Statut, string? Commune);

/// <summary>One row of the file, read: nothing is checked by the rules of an act yet.</summary>
internal sealed record RangeeLue
{
    public required long Numero { get; init; }
    public string? Id { get; init; }
    public string? Type { get; init; }
    public DateLue Date { get; init; }
    public int? Minutes { get; init; }
    public string? TypeDeLieu { get; init; }
    public string? Lieu { get; init; }
    public string? Commune { get; init; }

    /// <summary>The place in the words of the file: what our map knows of it changes, not this.</summary>
    public string Ou { get; init; } = "";

    public IReadOnlyList<string> Thematiques { get; init; } = [];
    public IReadOnlyList<string> Materiels { get; init; } = [];
    public string? Demarche { get; init; }
    public string? Titre { get; init; }
    public string? Niveau { get; init; }
    public string? Autonomie { get; init; }
    public bool? Orientee { get; init; }
    public string? Redirection { get; init; }
    public string? Notes { get; init; }

    /// <summary>Labels of ours that the file names, by their name made comparable.</summary>
    public IReadOnlyDictionary<string, Guid> Etiquettes { get; init; } = new Dictionary<string, Guid>();

    public PersonneDuFichier Personne { get; init; }

    /// <summary>People of the act, when the file counts them; null when it doesn't.</summary>
    public int? Participants { get; init; }

    /// <summary>True when the file has one row for each person: « 3/12 ».</summary>
    public bool UneParPersonne { get; init; }

    /// <summary>Somebody else's act.</summary>
    public bool DUnAutre { get; init; }

    /// <summary>Another organisation's act.</summary>
    public bool DUneAutreStructure { get; init; }

    public IReadOnlyList<DefautDeLigne> Defauts { get; init; } = [];
}
