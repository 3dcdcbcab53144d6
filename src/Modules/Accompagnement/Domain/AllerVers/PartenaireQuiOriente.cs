using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>A structure that sends people, or has the médiateur in. A structure, never somebody: no contact is kept.</summary>
internal sealed class PartenaireQuiOriente : IJournalisee
{
    public const int NomMax = 120;

    /// <summary>Of one médiateur at most.</summary>
    public const int Max = 200;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid[] Equipes { get; init; }
    public required string Nom { get; set; }

    /// <summary>Code of <see cref="ListesDAllerVers.NaturesDePartenaire"/>.</summary>
    public required string Nature { get; set; }

    public required DateTimeOffset CreeLe { get; init; }

    /// <summary>No more proposed; what points at it still finds it.</summary>
    public DateTimeOffset? RetireLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}

/// <summary>A partner sent so many people on a day.</summary>
internal sealed class OrientationDePartenaire : IJournalisee
{
    /// <summary>Most people on one day.</summary>
    public const int PersonnesMax = 500;

    public required Guid Id { get; init; }
    public required Guid Partenaire { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid[] Equipes { get; init; }
    public required DateOnly Jour { get; init; }
    public required int Personnes { get; init; }
    public required DateTimeOffset EnregistreeLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();
}
