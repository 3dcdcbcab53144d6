namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>The acts of one département in one month, derived within seconds as a <see cref="BlocDeFaits"/>: what a page reads instead of millions of acts.</summary>
internal sealed class CumulDuMois
{
    /// <summary>Its code; empty for what has none.</summary>
    public required string Departement { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Mois { get; init; }

    /// <summary>Grows at each derivation: what is in memory is recognised by it.</summary>
    public required long Version { get; init; }

    public required int Actes { get; init; }

    /// <summary><see cref="EcritureDeBloc"/>.</summary>
    public required byte[] Faits { get; init; }

    public required DateTimeOffset CalculeLe { get; init; }

    /// <summary>Organisations that have an act in it; null when it isn't known yet.</summary>
    public Guid[]? Organisations { get; init; }

    /// <summary>Teams that have an act in it; null when it isn't known yet.</summary>
    public Guid[]? Equipes { get; init; }
}

/// <summary>
/// An act that changed since its month was derived, with what it was then. One row an act, written in the transaction of the change by triggers: a page takes
/// away what it was, adds what it is, and says the truth at once.
/// </summary>
internal sealed class Mouvement
{
    public required Guid Activite { get; init; }

    /// <summary>What the month holds of it; null when it wasn't there.</summary>
    public string? Ancien { get; init; }

    /// <summary>The people who were in it: number, gender, age, status.</summary>
    public string? Personnes { get; init; }

    /// <summary>The transaction that touched it last.</summary>
    public required ulong Transaction { get; init; }
}

/// <summary>The last day that an organisation closed: nothing until then is noted, corrected or removed any more; its figures are those it reported.</summary>
internal sealed class Cloture : Kernel.Journal.IJournalisee
{
    public required Guid Organisation { get; init; }

    /// <summary>Last closed day.</summary>
    public required DateOnly Jusquau { get; set; }

    public required Guid Par { get; set; }
    public required DateTimeOffset Le { get; set; }

    string Kernel.Journal.IJournalisee.IdJournal => Organisation.ToString();
}
