using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The rules or the site of a démarche changed on a day: coming again for it after that says nothing of what was learned.</summary>
internal sealed class ChangementDeDemarche : IJournalisee
{
    public required Guid Id { get; init; }

    /// <summary>The démarche as acts name it, in small letters.</summary>
    public required string Demarche { get; init; }

    public required DateOnly Jour { get; init; }
    public required Guid Auteur { get; init; }
    public required DateTimeOffset NoteLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>Marks the visits that come after a change since the person's former one.</summary>
    public static IReadOnlyList<Venue> Marquer(IEnumerable<Venue> venues, ILookup<string, DateOnly> changements) =>
    [
        .. from v in venues
           group v by (v.Personne, v.Demarche) into siennes
           let jours = siennes.Select(v => v.Jour).Distinct().Order().ToList()
           from v in siennes
           let avant = jours.LastOrDefault(j => j < v.Jour)
           select v with { RegleChangee = v.RegleChangee || (avant != default && changements[v.Demarche].Any(c => c > avant && c <= v.Jour)) },
    ];
}
