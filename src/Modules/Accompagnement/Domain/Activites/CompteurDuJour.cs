namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>
/// What a médiateur did in one place on one day, added up in the transaction of each act by the trigger <c>accompagnement.compter</c>: screens add days,
/// and never scan acts. <c>accompagnement.recompter</c> works them out again and compares.
/// </summary>
internal sealed class CompteurDuJour
{
    public required Guid Auteur { get; init; }
    public required Guid Organisation { get; init; }
    public required DateOnly Jour { get; init; }

    /// <summary>Id of the place; empty when it wasn't one.</summary>
    public required string Lieu { get; init; }

    /// <summary>The teams that the author was in on that day, in order.</summary>
    public required Guid[] Equipes { get; init; }

    /// <summary>Acts with one person.</summary>
    public int Individuels { get; init; }

    public int Ateliers { get; init; }
    public int Coordinations { get; init; }

    /// <summary>People in workshops.</summary>
    public int Participants { get; init; }

    /// <summary>One for each person in each act of mediation.</summary>
    public int Accompagnements { get; init; }

    /// <summary>Minutes of mediation.</summary>
    public int Minutes { get; init; }

    /// <summary>Minutes of the acts whose posture is known.</summary>
    public int MinutesDePosture { get; init; }

    /// <summary>Hundredths of minutes done in the person's place.</summary>
    public long PartALaPlace { get; init; }

    /// <summary>Hundredths of minutes done with them.</summary>
    public long PartAvec { get; init; }

    /// <summary>Hundredths of minutes done by them.</summary>
    public long PartFaire { get; init; }
}
