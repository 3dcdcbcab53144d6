namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>What one act of the file is to us.</summary>
internal enum SortDeLigne
{
    /// <summary>Not known: it will be added.</summary>
    Nouveau,

    /// <summary>Already there, the same.</summary>
    Deja,

    /// <summary>Already there, changed in the other tool since; not touched here.</summary>
    Corrige,

    /// <summary>Already there, changed in both.</summary>
    Conflit,

    /// <summary>Not known, but an act noted here looks the same.</summary>
    Double,

    /// <summary>Imported before, and removed here since: it doesn't come back.</summary>
    SupprimeIci,

    /// <summary>Can't be taken.</summary>
    Refuse,
}

/// <summary>What was done of it.</summary>
internal enum FaitDeLigne
{
    Ecrit,
    Corrige,

    /// <summary>Joined to the act that was here.</summary>
    Lie,

    /// <summary>Changed in both: the act here was kept as it is.</summary>
    Garde,

    /// <summary>The rules of writing refused it.</summary>
    Refuse,

    /// <summary>Nothing to do, or left as it was.</summary>
    Laisse,
}

/// <summary>A fault of a row, or something left out of it.</summary>
/// <param name="Ligne">Its number in the file.</param>
/// <param name="Colonne">Name of the column; empty for the whole row.</param>
/// <param name="Valeur">What is written, shortened; null when it must not be kept.</param>
/// <param name="Phrase">In French, what is wrong and what to do.</param>
/// <param name="Refuse">True when the act is refused for it.</param>
internal sealed record DefautDeLigne(long Ligne, string Colonne, string? Valeur, string Phrase, bool Refuse)
{
    public const int ValeurMax = 120;

    public static DefautDeLigne De(long ligne, string colonne, string? valeur, string phrase, bool refuse) =>
        new(ligne, colonne, valeur is { Length: > ValeurMax } ? string.Concat(valeur.AsSpan(0, ValeurMax), "…") : valeur, phrase, refuse);
}

/// <summary>One act of the file: one row, or the rows of one workshop.</summary>
internal sealed class LigneDImport
{
    public const int CleMax = 120;

    public required Guid Import { get; init; }
    public required int Rang { get; init; }
    public required Guid Auteur { get; init; }

    /// <summary>Numbers of its rows in the file.</summary>
    public required long[] Numeros { get; init; }

    /// <summary>The other tool's id, or a fingerprint; null for a row that couldn't be read so far.</summary>
    public string? Cle { get; init; }

    /// <summary>Of what the file says of it.</summary>
    public byte[]? Empreinte { get; init; }

    public required SortDeLigne Sort { get; set; }

    /// <summary>Decided by the author against the general choice: true to add or to take over, false to leave.</summary>
    public bool? Decision { get; set; }

    public FaitDeLigne? Fait { get; set; }
    public DateOnly? Jour { get; init; }

    /// <summary>Code of the type.</summary>
    public string? Type { get; init; }

    /// <summary>Minutes, as the file says; 0 when it doesn't.</summary>
    public int Minutes { get; init; }

    /// <summary>Accompagnements that the file counts: its rows.</summary>
    public int Accompagnements { get; init; }

    /// <summary>People of the act that would be written.</summary>
    public int Personnes { get; init; }

    /// <summary>True when its date may be read in two ways.</summary>
    public bool Ambigue { get; init; }

    /// <summary>What would be written; null when it is refused.</summary>
    public Activites.SaisieDActivite? Saisie { get; init; }

    public IReadOnlyList<DefautDeLigne> Defauts { get; set; } = [];

    /// <summary>The act: to be written, or that is here.</summary>
    public Guid? Activite { get; set; }

    /// <summary>True when it is to be added or taken over, by its own decision or by the general choice; null when there is nothing to choose.</summary>
    public bool? Choisie(ReglagesDImport reglages) => Sort switch
    {
        SortDeLigne.Double => Decision ?? reglages.DoublonsAAjouter,
        SortDeLigne.Conflit => Decision ?? false,
        SortDeLigne.Corrige => Decision ?? reglages.Corrections,
        _ => null,
    };
}

/// <summary>A part of the deposited file, closed for this row alone.</summary>
internal sealed class MorceauDImport
{
    /// <summary>Bytes of a part, before it is closed.</summary>
    public const int Taille = 1 << 20;

    public required Guid Import { get; init; }
    public required int Rang { get; init; }
    public required Guid Auteur { get; init; }
    public required byte[] Octets { get; init; }
}

/// <summary>
/// By which id another tool calls an act of ours: so that its export, sent again each week, never counts twice. Unique for an organisation, a tool and an id. Follows the act.
/// </summary>
internal sealed class IdentifiantExterne
{
    public required Guid Organisation { get; init; }
    public required string Outil { get; init; }
    public required string Cle { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid Activite { get; init; }

    /// <summary>The import that brought it in.</summary>
    public required Guid Import { get; init; }

    /// <summary>True when the import made the act; false when the act was noted here and recognised.</summary>
    public required bool Cree { get; init; }

    /// <summary>Of what the other tool said of it last.</summary>
    public required byte[] Empreinte { get; set; }

    /// <summary>Version of the act when both said the same.</summary>
    public required int Version { get; set; }

    /// <summary>The last import that had it.</summary>
    public required Guid VuPar { get; set; }
}
