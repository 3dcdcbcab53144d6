using FaireAvec.Cartographie.Correspondances.Expressions;

namespace FaireAvec.Cartographie.Correspondances;

/// <summary>Who made the file.</summary>
/// <param name="Code">Beginning of the ids: letters, digits, dashes.</param>
/// <param name="Nom">Name for people.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="Provenance">Where the file comes from.</param>
internal sealed record SourceDecrite(string Code, string Nom, string? Licence, string? Provenance);

/// <summary>A filter: which rows become places.</summary>
/// <param name="Numero">Rank among the rules that are counted: the rows that it turned away.</param>
/// <param name="Garder">True: rows for which the condition is false are turned away; false: those for which it is true.</param>
/// <param name="Si">The condition.</param>
/// <param name="Raison">Why, in French, told of each row turned away.</param>
internal sealed record Filtre(int Numero, bool Garder, Condition Si, string Raison)
{
    public bool Rejette(LigneLue ligne) => Si.Vraie(ligne) != Garder;
}

/// <summary>How the id is made: the source's own, or a key of what changes least in a place.</summary>
/// <param name="Local">The source's own id; null when it has none.</param>
/// <param name="Cle">Fields of the standard of which the key is made; never the rank of the row, that any sorting changes.</param>
internal sealed record IdentifiantDecrit(Expression? Local, IReadOnlyList<string> Cle);

/// <summary>Which weeks a block of hours is about.</summary>
internal enum Semaines
{
    Toutes,
    Paires,
    Impaires,
}

/// <summary>One way to read the hours: an OSM text, a week in words, or one text for each day.</summary>
internal sealed record HorairesDecrits
{
    public Expression? Osm { get; init; }

    public Expression? Semaine { get; init; }

    /// <summary>Seven expressions, from Monday; null for a day without column.</summary>
    public Expression?[]? Jours { get; init; }

    public Semaines Semaines { get; init; }

    public IEnumerable<Expression> Expressions => (Jours ?? []).Append(Osm).Append(Semaine).OfType<Expression>();
}

/// <summary>A point in one text, or projected.</summary>
internal sealed record CoordonneesDecrites
{
    /// <summary>Both numbers in one text: « 42.3, 9.0 », « [9.0, 42.3] », a GeoJSON point.</summary>
    public Expression? Texte { get; init; }

    public Expression? Latitude { get; init; }

    public Expression? Longitude { get; init; }

    /// <summary>In one text, the longitude comes first.</summary>
    public bool LongitudeDabord { get; init; }

    /// <summary>Metres of Lambert-93, not degrees: x as longitude, y as latitude.</summary>
    public bool Lambert93 { get; init; }

    public IEnumerable<Expression> Expressions => new[] { Texte, Latitude, Longitude }.OfType<Expression>();
}

/// <summary>How the values of several rows make one.</summary>
internal enum Fusion
{
    /// <summary>The first row that says something.</summary>
    Premier,

    /// <summary>All the values, each once.</summary>
    Union,

    /// <summary>The longest text.</summary>
    PlusLong,

    /// <summary>The greatest text: the latest date.</summary>
    PlusRecent,

    /// <summary>The value that all rows agree on; none when they differ.</summary>
    Unanime,
}

/// <summary>Several rows that are one place.</summary>
/// <param name="Par">What they have in common; a row without it stands alone.</param>
/// <param name="Fusions">How each field is merged, when it isn't by default: lists are united, the first text wins, the latest date wins.</param>
internal sealed record GroupementDecrit(Expression Par, IReadOnlyDictionary<string, Fusion> Fusions);
