using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Equipes;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>What makes somebody comparable to others, and the time that was given to them.</summary>
/// <param name="Configuration">What they learn in: its id for a médiateur, its hook for a team.</param>
/// <param name="Age">Code of the bracket; null when it isn't known.</param>
/// <param name="Langue">Code; null when it isn't known.</param>
/// <param name="Mediateur">Of the path: an id, or a number that leads to nobody.</param>
internal sealed record ProfilDePersonne(string? Configuration, string? Age, string? Langue, int Minutes, string Mediateur);

/// <summary>What people learned, and what makes each comparable to others.</summary>
/// <param name="Perdues">Of those, whose path is lost.</param>
internal sealed record Apprentissages(IReadOnlyList<Evaluation> Evaluations, IReadOnlySet<Guid> Perdues, IReadOnlyDictionary<Guid, ProfilDePersonne> Profils);

/// <summary>What the figures are made of; people are ids that lead to nobody when they come from a team.</summary>
internal sealed record DonneesDesIndicateurs
{
    public required IReadOnlyList<Evaluation> Evaluations { get; init; }

    /// <summary>Of those, whose path is lost.</summary>
    public required IReadOnlySet<Guid> Perdues { get; init; }

    public required IReadOnlyDictionary<Guid, ProfilDePersonne> Profils { get; init; }
    public required IReadOnlyList<TempsDActe> Actes { get; init; }

    /// <summary>How many people these acts are of, when their posture is known.</summary>
    public int Auteurs { get; init; } = 1;

    /// <summary>From a year before the period: a return is looked for during 12 months.</summary>
    public required IReadOnlyList<Venue> Venues { get; init; }

    /// <summary>Who was reached in the period.</summary>
    public required IReadOnlyList<CompteDePublic> Publics { get; init; }

    /// <summary>Minutes given to people with a path, for the médiateur alone: nobody else is told how long somebody's work takes.</summary>
    public IReadOnlyList<int>? Minutes { get; init; }

    public required IReadOnlyDictionary<EtatDeParcours, int> Etats { get; init; }
}

/// <summary>The figures of a period, each worked out by its formula.</summary>
internal sealed record Indicateurs
{
    /// <summary>In a team, a configuration is shown when this many médiateurs have people in it: a figure of two people's work would be a mark.</summary>
    public const int MediateursMinimum = 3;

    /// <summary>True for those of a team: small numbers are hidden.</summary>
    public required bool DEquipe { get; init; }

    public required DateOnly Du { get; init; }
    public required DateOnly Au { get; init; }
    public required PostureDeLaPeriode? Posture { get; init; }

    /// <summary>True in a team where one person alone has a known posture: its shares would be a mark of their work.</summary>
    public required bool PostureDUnSeul { get; init; }

    /// <summary>Ages of the people reached, in the order of <see cref="Listes.Ages"/>: shares of posture aren't read without them.</summary>
    public required ListeMasquee Ages { get; init; }

    public required GainMoyen Gain { get; init; }

    /// <summary>People with an exit and a gain that can be worked out, by starting level.</summary>
    public required ListeMasquee Departs { get; init; }

    public required TauxAutonomieDurable Durable { get; init; }
    public required IReadOnlyList<TauxNonRetour> Retours { get; init; }

    /// <summary>Démarches that are not shown: too few people, or too few of them who came back.</summary>
    public required int DemarchesMasquees { get; init; }

    /// <summary>People helped on a démarche less than 12 months ago, once for each démarche; null when they are too few to be told.</summary>
    public required int? RetoursEnAttente { get; init; }

    public required Entonnoir Enrolement { get; init; }

    /// <summary>Came once, two or three times, four or more.</summary>
    public required ListeMasquee Venues { get; init; }

    public required HeuresParSavoirFaireAcquis? Heures { get; init; }

    /// <summary>One count for each state, in their order.</summary>
    public required ListeMasquee Etats { get; init; }

    public required IReadOnlyList<Capacitance> Capacitances { get; init; }

    /// <summary>Configurations that are not shown: too few people, or too few médiateurs.</summary>
    public required int ConfigurationsMasquees { get; init; }

    /// <summary>People with a gain whose configuration isn't said.</summary>
    public required int SansConfiguration { get; init; }

    /// <summary>People of a configuration whose age, or language, isn't known: like nobody.</summary>
    public required int SansProfil { get; init; }

    public static Indicateurs De(DonneesDesIndicateurs donnees, Func<string, int?> poids, DateOnly du, DateOnly au, bool dEquipe)
    {
        var parPersonne = donnees.Evaluations.GroupBy(e => e.Personne).ToList();
        var sorties = parPersonne.Select(p => (Personne: p.Key, Fini: FiniDans(ParcoursSuccessifs.De(p), du, au))).Where(p => p.Fini is not null).Select(p => (p.Personne, Progressions: Progression.De(p.Fini!, poids))).ToList();
        var gains = sorties.Select(s => (s.Personne, Domain.Capacitation.Gain.De(s.Progressions).Valeur, Depart: NiveauxDeDepart.De(s.Progressions))).Where(g => g.Valeur is not null).ToList();
        var perdues = parPersonne.Count(p => donnees.Perdues.Contains(p.Key) && p.All(e => e.Moment != Moment.Sortie));
        var retours = TauxNonRetour.ParDemarche(donnees.Venues.Where(v => v.Demarche.Length > 0), au);
        var mesures = retours.Where(r => r.Revenues.Effectif > 0).ToList();
        var montres = mesures.Where(r => !dEquipe || r.Revenues.Publiable).ToList();
        var attente = retours.Sum(r => r.EnAttente);
        var venues = donnees.Venues.Where(v => v.Jour >= du && v.Jour <= au).GroupBy(v => v.Personne).Select(g => g.Count()).ToList();
        var placees = gains.Select(g => (g.Personne, Gain: g.Valeur!.Value, Depart: g.Depart!.Value, Profil: donnees.Profils.GetValueOrDefault(g.Personne))).Where(g => g.Profil?.Configuration is not null).ToList();
        var capacitances = Capacitance.ParConfiguration([.. placees.Select(p => new PersonneDansUneConfiguration(p.Profil!.Configuration!, p.Gain, p.Depart, p.Profil.Age, p.Profil.Langue))]);
        var visibles = capacitances.Where(c => c.Mediane is not null && (!dEquipe || placees.Where(p => p.Profil!.Configuration == c.Configuration).Select(p => p.Profil!.Mediateur).Distinct().Skip(MediateursMinimum - 1).Any())).ToList();
        return new()
        {
            DEquipe = dEquipe,
            Du = du,
            Au = au,
            Posture = PostureDeLaPeriode.De(donnees.Actes),
            PostureDUnSeul = dEquipe && donnees.Auteurs < SommesDEquipe.AuteursMin,
            Ages = Liste(dEquipe, [.. Listes.Ages.Codes.Select(c => donnees.Publics.Where(p => p.Liste == PublicsPrioritaires.Age && p.Code == c).Sum(p => p.Nombre))]),
            Gain = GainMoyen.De(gains.Select(g => g.Valeur!.Value), perdues),
            Departs = Liste(dEquipe, [.. Enum.GetValues<NiveauDeDepart>().Select(n => gains.Count(g => g.Depart == n))]),
            Durable = TauxAutonomieDurable.De(donnees.Evaluations, du, au),
            Retours = montres,
            DemarchesMasquees = mesures.Count - montres.Count,
            RetoursEnAttente = dEquipe && ListeMasquee.Petit(attente) ? null : attente,
            Enrolement = Entonnoir.DesVenues(venues),
            Venues = Liste(dEquipe, [venues.Count(v => v == 1), venues.Count(v => v is >= Entonnoir.VenuesPourRevenu and < Entonnoir.VenuesPourEngage), venues.Count(v => v >= Entonnoir.VenuesPourEngage)]),
            Heures = donnees.Minutes is { } minutes ? HeuresParSavoirFaireAcquis.De(minutes, sorties.SelectMany(s => s.Progressions)) : null,
            Etats = Liste(dEquipe, [.. Enum.GetValues<EtatDeParcours>().Select(e => donnees.Etats.GetValueOrDefault(e))]),
            Capacitances = visibles,
            ConfigurationsMasquees = capacitances.Count - visibles.Count,
            SansConfiguration = gains.Count - placees.Count,
            SansProfil = placees.Count(p => p.Profil is not { Age: not null, Langue: not null }),
        };
    }

    /// <summary>What a cost is shared among: everybody with a path and a first look. A gain counts when the exit is in the period; the time always does.</summary>
    public static IReadOnlyList<PartDeCout> Parts(Apprentissages donnees, Func<string, int?> poids, DateOnly du, DateOnly au) =>
    [
        .. from p in donnees.Evaluations.GroupBy(e => e.Personne)
           let parcours = ParcoursSuccessifs.De(p)
           let fini = FiniDans(parcours, du, au)
           let depart = NiveauxDeDepart.DesDebuts(fini ?? parcours[^1], poids)
           where depart is not null
           let gain = fini is not null ? Domain.Capacitation.Gain.De(Progression.De(fini, poids)).Valeur : null
           let minutes = donnees.Profils.GetValueOrDefault(p.Key)?.Minutes ?? 0
           where gain is not null || minutes > 0
           select new PartDeCout(depart.Value, gain, minutes),
    ];

    /// <summary>True when the durable rate may be shown.</summary>
    public bool DurableMontre => Durable.Taux.Effectif > 0 && (!DEquipe || (Durable.Personnes >= ListeMasquee.Seuil && Durable.Taux.Publiable));

    /// <summary>True when the shares may be shown.</summary>
    public bool PostureMontree => Posture is { } p && (!DEquipe || (p.Actes >= ListeMasquee.Seuil && !PostureDUnSeul));

    // Of several paths that end in the period, the last one.
    private static IReadOnlyList<Evaluation>? FiniDans(IReadOnlyList<IReadOnlyList<Evaluation>> parcours, DateOnly du, DateOnly au) => parcours.LastOrDefault(p => SortieDans(p, du, au));

    private static bool SortieDans(IEnumerable<Evaluation> evaluations, DateOnly du, DateOnly au) => evaluations.Any(e => e.Moment == Moment.Sortie && e.Jour >= du && e.Jour <= au);

    private static ListeMasquee Liste(bool masquer, IReadOnlyList<int> valeurs) => masquer ? ListeMasquee.De(valeurs) : new(valeurs.Sum(), [.. valeurs.Select(v => (int?)v)]);
}
