namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>How a block is drawn, beside its table.</summary>
internal enum FormeDeBloc
{
    /// <summary>The table alone.</summary>
    Tableau,

    /// <summary>One bar a line.</summary>
    Barres,

    /// <summary>A curve over time.</summary>
    Courbe,

    /// <summary>Three shares of one time.</summary>
    Posture,
}

/// <summary>A figure, or the word that stands in its place: what is hidden and what isn't known are never zero.</summary>
/// <param name="Nombre">The figure.</param>
/// <param name="Mot">Key of the word, when there is no figure.</param>
internal readonly record struct ValeurDeChiffre(double? Nombre, string? Mot = null)
{
    /// <summary>Too few people: it isn't shown, or it would let another one be found.</summary>
    public const string Masque = "masque";

    /// <summary>Nothing to compare with.</summary>
    public const string NonComparable = "non_comparable";

    public static implicit operator ValeurDeChiffre(long nombre) => new(nombre);

    /// <summary>A share of one; nothing when there is nothing to share.</summary>
    public static ValeurDeChiffre Part(long part, long tout) => tout > 0 ? new(part / (double)tout) : new(null, NonComparable);
}

/// <summary>One line of a block.</summary>
/// <param name="Libelle">What it is, in French; the same in all languages for names and for the terms of the trade.</param>
/// <param name="Valeurs">One for each column.</param>
/// <param name="Cle">Key of its words, when they change with the language.</param>
internal sealed record LigneDeChiffres(string Libelle, IReadOnlyList<ValeurDeChiffre> Valeurs, string? Cle = null);

/// <summary>
/// A table of figures: what the screen draws, what files hold and what a report keeps, the same everywhere. Its words are keys, so that it may be read in
/// another language than the one that it was made in.
/// </summary>
internal sealed record BlocDeChiffres
{
    /// <summary>Stable, in addresses and in reports.</summary>
    public required string Cle { get; init; }

    public required FormeDeBloc Forme { get; init; }

    /// <summary>Keys of the columns after the first one.</summary>
    public required IReadOnlyList<string> Colonnes { get; init; }

    public IReadOnlyList<LigneDeChiffres> Lignes { get; init; } = [];

    /// <summary>Keys of sentences to read with it: that parts add up to more than the whole, that lines are hidden and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Key of the sentence that says why there are no figures at all; null when there are.</summary>
    public string? Absent { get; init; }
}

/// <summary>How much is hidden.</summary>
internal enum Masquage
{
    /// <summary>One's own acts.</summary>
    Aucun,

    /// <summary>What says who people are: small numbers go.</summary>
    Publics,

    /// <summary>Anybody may read it: small numbers go everywhere.</summary>
    Tout,
}
