using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>
/// Which acts are counted. Each criterion that is said must hold; inside one, any of its values is enough. All may be combined. One rule for every screen,
/// every file and every level.
/// </summary>
internal sealed record FiltreDeFaits
{
    /// <summary>First day counted.</summary>
    public required DateOnly Du { get; init; }

    /// <summary>Last day counted.</summary>
    public required DateOnly Au { get; init; }

    public FrozenSet<Guid>? Auteurs { get; init; }
    public FrozenSet<Guid>? Organisations { get; init; }
    public FrozenSet<Guid>? Equipes { get; init; }
    public FrozenSet<string>? Lieux { get; init; }
    public FrozenSet<string>? Communes { get; init; }
    public FrozenSet<string>? Departements { get; init; }
    public FrozenSet<Guid>? Etiquettes { get; init; }

    /// <summary>Numbers of people who are followed.</summary>
    public FrozenSet<int>? Personnes { get; init; }

    public FrozenSet<TypeDActivite>? Types { get; init; }

    /// <summary>Codes of <see cref="Thematiques.Mediation"/>.</summary>
    public FrozenSet<string>? ThematiquesDeMediation { get; init; }

    /// <summary>Codes of <see cref="Thematiques.Administratives"/>.</summary>
    public FrozenSet<string>? ThematiquesAdministratives { get; init; }

    public FrozenSet<string>? TypesDeLieu { get; init; }
    public FrozenSet<string>? Materiels { get; init; }
    public FrozenSet<OrigineDActivite>? Origines { get; init; }

    /// <summary>Ranges of durations, by their number in <see cref="Durees"/>.</summary>
    public FrozenSet<int>? TranchesDeDuree { get; init; }

    /// <summary>About an administrative procedure, or not.</summary>
    public bool? Demarches { get; init; }

    public bool? ConseillerNumerique { get; init; }

    /// <summary>Comes from an appointment, or not.</summary>
    public bool? SurRendezVous { get; init; }
}

/// <summary>The ranges of durations of the trade.</summary>
internal static class Durees
{
    /// <summary>« Moins de 30 min », « 30 min à 1 h », « 1 h à 2 h », « 2 h et plus ».</summary>
    public static IReadOnlyList<string> Codes { get; } = ["moins_de_30_min", "30_min_a_1_h", "1_h_a_2_h", "2_h_et_plus"];

    public static int Tranche(int minutes) => minutes switch { < 30 => 0, < 60 => 1, < 120 => 2, _ => 3 };
}
