namespace FaireAvec.Accompagnement.Domain.Charge;

/// <summary>
/// What one service cost for one cause, in one département, in one month: a count that a job makes again from the acts, months at a time. Never shown as it is:
/// a cell may hold one act.
/// </summary>
internal sealed class ChargeParMois
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Mois { get; init; }

    /// <summary>Where the act took place; empty when it isn't known.</summary>
    public required string Departement { get; init; }

    public required string Service { get; init; }
    public required string Cause { get; init; }

    /// <summary>Acts that say this cause.</summary>
    public required int Actes { get; init; }

    /// <summary>Among them, those that say how long.</summary>
    public required int ActesAvecMinutes { get; init; }

    /// <summary>What these say, added up.</summary>
    public required long Minutes { get; init; }
}

/// <summary>A month to count again: written with each act that changes it, by a trigger, and taken away by the job. One row for each change, so that nobody waits for anybody.</summary>
internal sealed class MoisARecompter
{
    public long Id { get; init; }

    public required DateOnly Mois { get; init; }
}
