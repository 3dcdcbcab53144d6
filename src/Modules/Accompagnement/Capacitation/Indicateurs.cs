using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>What the figures are made of; people are ids that lead to nobody when they come from a team.</summary>
internal sealed record DonneesDesIndicateurs
{
    public required IReadOnlyList<Evaluation> Evaluations { get; init; }

    /// <summary>Of those, whose path is lost.</summary>
    public required IReadOnlySet<Guid> Perdues { get; init; }

    public required IReadOnlyList<TempsDActe> Actes { get; init; }
    public required IReadOnlyList<Venue> Venues { get; init; }

    /// <summary>Minutes given to people with a path, for the médiateur alone: nobody else is told how long somebody's work takes.</summary>
    public IReadOnlyList<int>? Minutes { get; init; }

    public required IReadOnlyDictionary<EtatDeParcours, int> Etats { get; init; }
}

/// <summary>The figures of a period, each worked out by its formula.</summary>
internal sealed record Indicateurs
{
    /// <summary>True for those of a team: small numbers are hidden.</summary>
    public required bool DEquipe { get; init; }

    public required DateOnly Du { get; init; }
    public required DateOnly Au { get; init; }
    public required PartsDePosture? Posture { get; init; }
    public required GainMoyen Gain { get; init; }

    /// <summary>People with an exit and a gain that can be worked out, by starting level.</summary>
    public required ListeMasquee Departs { get; init; }

    public required TauxAutonomieDurable Durable { get; init; }
    public required IReadOnlyList<TauxNonRetour> Retours { get; init; }

    /// <summary>Démarches that are not shown: too few people, or too few of them who came back.</summary>
    public required int DemarchesMasquees { get; init; }

    public required IReadOnlyList<Enrolement> Enrolement { get; init; }

    /// <summary>Came once, two or three times, four or more.</summary>
    public required ListeMasquee Venues { get; init; }

    public required HeuresParSavoirFaireAcquis? Heures { get; init; }

    /// <summary>One count for each state, in their order.</summary>
    public required ListeMasquee Etats { get; init; }

    public static Indicateurs De(DonneesDesIndicateurs donnees, Func<string, int?> poids, DateOnly du, DateOnly au, bool dEquipe)
    {
        var parPersonne = donnees.Evaluations.GroupBy(e => e.Personne).ToList();
        var sorties = parPersonne.Where(p => p.Any(e => e.Moment == Moment.Sortie && e.Jour >= du && e.Jour <= au)).Select(p => Progression.De(p, poids)).ToList();
        var gains = sorties.Select(p => (Domain.Capacitation.Gain.De(p).Valeur, Depart: NiveauxDeDepart.De(p))).Where(g => g.Valeur is not null).ToList();
        var perdues = parPersonne.Count(p => donnees.Perdues.Contains(p.Key) && p.All(e => e.Moment != Moment.Sortie));
        var retours = TauxNonRetour.ParDemarche(donnees.Venues.Where(v => v.Demarche.Length > 0));
        var venues = donnees.Venues.GroupBy(v => v.Personne).Select(g => g.Count()).ToList();
        var montres = retours.Where(r => !dEquipe || r.Revenues.Publiable).ToList();
        return new()
        {
            DEquipe = dEquipe,
            Du = du,
            Au = au,
            Posture = PartsDePosture.De(donnees.Actes),
            Gain = GainMoyen.De(gains.Select(g => g.Valeur!.Value), perdues),
            Departs = Liste(dEquipe, [.. Enum.GetValues<NiveauDeDepart>().Select(n => gains.Count(g => g.Depart == n))]),
            Durable = TauxAutonomieDurable.De(donnees.Evaluations, au),
            Retours = montres,
            DemarchesMasquees = retours.Count - montres.Count,
            Enrolement = Domain.Capacitation.Enrolement.DesVenues(venues),
            Venues = Liste(dEquipe, [venues.Count(v => v == 1), venues.Count(v => v is 2 or 3), venues.Count(v => v >= Domain.Capacitation.Enrolement.VenuesPourEngage)]),
            Heures = donnees.Minutes is { } minutes ? HeuresParSavoirFaireAcquis.De(minutes, sorties.SelectMany(p => p)) : null,
            Etats = Liste(dEquipe, [.. Enum.GetValues<EtatDeParcours>().Select(e => donnees.Etats.GetValueOrDefault(e))]),
        };
    }

    /// <summary>True when the durable rate may be shown.</summary>
    public bool DurableMontre => Durable.Taux.Effectif > 0 && (!DEquipe || (Durable.Personnes >= ListeMasquee.Seuil && Durable.Taux.Publiable));

    /// <summary>True when the shares may be shown.</summary>
    public bool PostureMontree => Posture is { } p && (!DEquipe || p.Actes >= ListeMasquee.Seuil);

    private static ListeMasquee Liste(bool masquer, IReadOnlyList<int> valeurs) => masquer ? ListeMasquee.De(valeurs) : new(valeurs.Sum(), [.. valeurs.Select(v => (int?)v)]);
}
