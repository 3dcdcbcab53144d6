using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Api;

/// <summary>An act, as another system sends it. Closed lists are the codes of the documentation.</summary>
internal record ActiviteJson
{
    /// <summary>Made by you, UUID of version 7 by preference: sent twice, the act is kept once.</summary>
    public Guid? Id { get; init; }

    /// <summary>The account of the médiateur, in your organisation.</summary>
    public required Guid Mediateur { get; init; }

    /// <summary>individuel, demarche, collectif, animation, evenement, partenariat.</summary>
    public required string Type { get; init; }

    /// <summary>Day of the act.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>From 1 to 1439.</summary>
    public int? DureeMinutes { get; init; }

    /// <summary>lieu_activite, domicile, a_distance, autre.</summary>
    public string? TypeDeLieu { get; init; }

    /// <summary>Id of the place on the map, for lieu_activite.</summary>
    public string? Lieu { get; init; }

    /// <summary>INSEE code, for domicile and autre.</summary>
    public string? Commune { get; init; }

    /// <summary>Three at most.</summary>
    public IReadOnlyList<string> Thematiques { get; init; } = [];

    /// <summary>One of them; without it, the first.</summary>
    public string? ThematiquePrincipale { get; init; }

    /// <summary>Three shares, 100 in all.</summary>
    public PostureJson? Posture { get; init; }

    /// <summary>Why something was done in the person's place.</summary>
    public string? MotifALaPlace { get; init; }

    /// <summary>je_forme, j_accompagne, je_fais.</summary>
    public string? Situation { get; init; }

    /// <summary>What was used.</summary>
    public IReadOnlyList<string> Materiels { get; init; } = [];

    /// <summary>Which procedure.</summary>
    public string? Demarche { get; init; }

    /// <summary>What comes next.</summary>
    public string? Suite { get; init; }

    /// <summary>Free words; nothing about the person.</summary>
    public string? Notes { get; init; }

    /// <summary>Online service that it was about: a code of « /api/v1/services-en-ligne ».</summary>
    public string? Service { get; init; }

    /// <summary>Why that service took mediation time: incomprehensible, en_panne, pas_accessible, compte_bloque.</summary>
    public string? Cause { get; init; }

    /// <summary>How many minutes it took, of this act; without it, it isn't known.</summary>
    public int? MinutesPerdues { get; init; }

    /// <summary>guidee, guidee_au_besoin, autonome.</summary>
    public string? Autonomie { get; init; }

    /// <summary>True when the person was sent on to somebody else.</summary>
    public bool? Orientee { get; init; }

    /// <summary>To whom.</summary>
    public string? StructureDeRedirection { get; init; }

    /// <summary>What is known of a person without a name.</summary>
    public SansNomJson? SansNom { get; init; }

    /// <summary>Title of a workshop.</summary>
    public string? Titre { get; init; }

    /// <summary>debutant, intermediaire, avance.</summary>
    public string? Niveau { get; init; }

    /// <summary>Participants of a workshop, as counts.</summary>
    public EffectifsJson? Effectifs { get; init; }

    /// <summary>What an animation, an event or a partnership says.</summary>
    public Coordination? Coordination { get; init; }

    /// <summary>Ids of labels of the médiateur or of their team, 10 at most.</summary>
    public IReadOnlyList<Guid>? Etiquettes { get; init; }

    /// <summary>The act to check, or what can't be read of it.</summary>
    public Resultat<SaisieDActivite> Lire()
    {
        Effectifs? effectifs = null;
        if (Effectifs is { } e)
        {
            var lus = Domain.Activites.Effectifs.Lire(e.Total, e.DejaAccompagnes, e.Genres, e.Ages, e.Statuts);
            if (!lus.Reussi)
            {
                return Resultat<SaisieDActivite>.Echec(lus.Erreurs);
            }

            effectifs = lus.Valeur;
        }

        return new SaisieDActivite
        {
            Type = Type,
            Date = Date,
            DureeMinutes = DureeMinutes,
            TypeDeLieu = TypeDeLieu,
            Lieu = Lieu,
            Commune = Commune,
            Thematiques = Thematiques,
            ThematiquePrincipale = ThematiquePrincipale,
            Posture = Posture is { } p ? new Posture(p.FaireALaPlace, p.FaireAvec, p.FaireFaire) : null,
            MotifALaPlace = MotifALaPlace,
            Situation = Situation,
            Materiels = Materiels,
            Demarche = Demarche,
            Suite = Suite,
            Notes = Notes,
            Service = Service,
            Cause = Cause,
            MinutesPerdues = MinutesPerdues,
            Autonomie = Autonomie,
            Orientee = Orientee,
            StructureDeRedirection = StructureDeRedirection,
            SansNom = SansNom is { } s ? new PersonneSansNom(s.Genre, s.Age, s.Statut, s.Commune, s.DejaAccompagnee) : PersonneSansNom.Inconnue,
            Titre = Titre,
            Niveau = Niveau,
            Effectifs = effectifs,
            Coordination = Coordination,
            Etiquettes = Etiquettes ?? [],
        };
    }
}

/// <param name="FaireALaPlace">From 0 to 100.</param>
/// <param name="FaireAvec">From 0 to 100.</param>
/// <param name="FaireFaire">From 0 to 100.</param>
internal sealed record PostureJson([property: JsonPropertyName("faire_a_la_place")] int FaireALaPlace, int FaireAvec, int FaireFaire);

/// <param name="Genre">Code.</param>
/// <param name="Age">Code of the bracket.</param>
/// <param name="Statut">Code.</param>
/// <param name="Commune">INSEE code of where they live.</param>
/// <param name="DejaAccompagnee">True when they had come before.</param>
internal sealed record SansNomJson(string? Genre = null, string? Age = null, string? Statut = null, string? Commune = null, bool? DejaAccompagnee = null);

/// <summary>Counts by code; what isn't said is not known.</summary>
internal sealed record EffectifsJson
{
    /// <summary>All of those who aren't followed.</summary>
    public required int Total { get; init; }

    /// <summary>Among them, those who had come before.</summary>
    public int DejaAccompagnes { get; init; }

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, int> Genres { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, int> Ages { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, int> Statuts { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}

/// <param name="Id">The act's id.</param>
internal sealed record ActiviteGardeeJson(Guid Id);
