using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Api;

/// <summary>
/// An act, as a client of its organisation reads it. Neither the people, nor free words about them (what comes next, notes), nor how the médiateur helped:
/// an employer doesn't follow somebody's posture. What isn't read here is kept by a correction that doesn't give it.
/// </summary>
internal sealed record ActiviteLueJson
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account of the médiateur.</summary>
    public required Guid Mediateur { get; init; }

    /// <summary>individuel, demarche, collectif, animation, evenement, partenariat.</summary>
    public required string Type { get; init; }

    /// <summary>Day of the act.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Minutes; 0 for a partnership.</summary>
    public required int DureeMinutes { get; init; }

    /// <summary>lieu_activite, domicile, a_distance, autre.</summary>
    public string? TypeDeLieu { get; init; }

    /// <summary>Id of the place on the map.</summary>
    public string? Lieu { get; init; }

    /// <summary>INSEE code.</summary>
    public string? Commune { get; init; }

    /// <summary>Its code.</summary>
    public string? Departement { get; init; }

    /// <summary>The principal one first.</summary>
    public required IReadOnlyList<string> Thematiques { get; init; }

    /// <summary>je_forme, j_accompagne, je_fais.</summary>
    public string? Situation { get; init; }

    /// <summary>What was used.</summary>
    public required IReadOnlyList<string> Materiels { get; init; }

    /// <summary>Which procedure.</summary>
    public string? Demarche { get; init; }

    /// <summary>Online service that it was about.</summary>
    public string? Service { get; init; }

    /// <summary>Why that service took mediation time.</summary>
    public string? Cause { get; init; }

    /// <summary>How many minutes it took; null when it isn't said.</summary>
    public int? MinutesPerdues { get; init; }

    /// <summary>guidee, guidee_au_besoin, autonome.</summary>
    public string? Autonomie { get; init; }

    /// <summary>True when the person was sent on to somebody else.</summary>
    public bool? Orientee { get; init; }

    /// <summary>To whom.</summary>
    public string? StructureDeRedirection { get; init; }

    /// <summary>What is known of a person without a name.</summary>
    public SansNomJson? SansNom { get; init; }

    /// <summary>How many are followed, or have a card; never who.</summary>
    public required int PersonnesSuivies { get; init; }

    /// <summary>Title of a workshop.</summary>
    public string? Titre { get; init; }

    /// <summary>debutant, intermediaire, avance.</summary>
    public string? Niveau { get; init; }

    /// <summary>Participants of a workshop who aren't followed, as counts.</summary>
    public EffectifsJson? Effectifs { get; init; }

    /// <summary>What an animation, an event or a partnership says.</summary>
    public Coordination? Coordination { get; init; }

    /// <summary>Ids of labels.</summary>
    public required IReadOnlyList<Guid> Etiquettes { get; init; }

    /// <summary>saisie, api, hors_ligne, import.</summary>
    public required string Origine { get; init; }

    /// <summary>The one to give in If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset EnregistreeLe { get; init; }

    /// <summary>When it changed last.</summary>
    public required DateTimeOffset ModifieeLe { get; init; }

    /// <summary>When it was removed: it no longer counts.</summary>
    public DateTimeOffset? SupprimeeLe { get; init; }

    public static ActiviteLueJson De(Activite a) => new()
    {
        Id = a.Id,
        Mediateur = a.Auteur,
        Type = a.Type.Regle().Code,
        Date = a.Jour,
        DureeMinutes = a.Duree,
        TypeDeLieu = a.TypeDeLieu,
        Lieu = a.Lieu,
        Commune = a.Commune,
        Departement = a.Departement,
        Thematiques = a.Thematiques,
        Situation = a.Situation,
        Materiels = a.Materiels,
        Demarche = a.Demarche,
        Service = a.Service,
        Cause = a.Cause,
        MinutesPerdues = a.MinutesPerdues,
        Autonomie = a.Autonomie,
        Orientee = a.Orientee,
        StructureDeRedirection = a.StructureDeRedirection,
        SansNom = a is { SansNom: 1, Effectifs: null } ? new(a.Genre, a.Age, a.Statut, a.CommuneDeLaPersonne, a.DejaAccompagnee) : null,
        PersonnesSuivies = a.Suivies,
        Titre = a.Titre,
        Niveau = a.Niveau,
        Effectifs = a.Effectifs is not { } e ? null : new()
        {
            Total = e.Total,
            DejaAccompagnes = e.DejaAccompagnes,
            Genres = Marge(Listes.Genres, e.Genres),
            Ages = Marge(Listes.Ages, e.Ages),
            Statuts = Marge(Listes.Statuts, e.Statuts),
        },
        Coordination = a.Coordination,
        Etiquettes = a.Etiquettes,
        Origine = a.Origine switch { OrigineDActivite.Saisie => "saisie", OrigineDActivite.Api => "api", OrigineDActivite.HorsLigne => "hors_ligne", OrigineDActivite.Import => "import", _ => throw new InvalidOperationException($"{a.Origine}") },
        Version = a.Version,
        EnregistreeLe = a.EnregistreeLe,
        ModifieeLe = a.ModifieeLe,
        SupprimeeLe = a.SupprimeeLe,
    };

    // « Not known » is what is left: it isn't sent, so it isn't given.
    private static Dictionary<string, int> Marge(Nomenclature liste, IReadOnlyList<int> nombres) =>
        liste.Codes.SkipLast(1).Select((code, i) => (code, Nombre: i < nombres.Count ? nombres[i] : 0)).Where(x => x.Nombre > 0).ToDictionary(x => x.code, x => x.Nombre, StringComparer.Ordinal);
}

/// <summary>Some acts, as they changed.</summary>
/// <param name="Activites">Those that changed first come first; those that were removed are among them, with « supprimee_le ».</param>
/// <param name="Suivant">To give in « apres » for what follows; null when there is nothing more yet.</param>
internal sealed record PageDActivitesJson(IReadOnlyList<ActiviteLueJson> Activites, string? Suivant);

/// <summary>Why an act that is locked is corrected or removed.</summary>
/// <param name="Motif">300 characters at most.</param>
internal sealed record MotifJson(string? Motif = null);
