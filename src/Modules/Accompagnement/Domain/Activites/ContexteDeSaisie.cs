using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Registres;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>Where a place or a commune stands.</summary>
/// <param name="Id">Id of the place; null for a commune.</param>
/// <param name="Commune">INSEE code.</param>
/// <param name="Departement">Its code.</param>
internal sealed record Endroit(string? Id, string? Commune, string? Departement);

/// <summary>What has to be known of the author and of the day to check an act.</summary>
internal sealed record ContexteDeSaisie
{
    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid Organisation { get; init; }
    public IReadOnlyList<Guid> Equipes { get; init; } = [];
    /// <summary>True when the author is on a post of conseiller numérique on that day.</summary>
    public bool ConseillerNumerique { get; init; }

    public required DateTimeOffset Maintenant { get; init; }

    /// <summary>The day where the act took place.</summary>
    public required DateOnly Aujourdhui { get; init; }

    /// <summary>The first day of the author in the organisation.</summary>
    public required DateOnly PremierJour { get; init; }

    public required OrigineDActivite Origine { get; init; }

    /// <summary>An open place by its id, or null.</summary>
    public required Func<string, Endroit?> Lieu { get; init; }

    /// <summary>A commune by its INSEE code, or null.</summary>
    public required Func<string, Endroit?> Commune { get; init; }

    /// <summary>From a label that is asked for to the one that it is now; one that isn't there may not be used.</summary>
    public IReadOnlyDictionary<Guid, Guid> Etiquettes { get; init; } = FrozenDictionary<Guid, Guid>.Empty;

    /// <summary>Commune of the organisation, for what is done from afar.</summary>
    public Endroit? Siege { get; init; }

    /// <summary>The closed register that the act is noted from; null without one.</summary>
    public RegistreAJoindre? Registre { get; init; }
}
