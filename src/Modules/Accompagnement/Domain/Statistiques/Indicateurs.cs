using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>Three measures of one line of a table.</summary>
/// <param name="Activites">Acts.</param>
/// <param name="Accompagnements">One for each person in each act.</param>
/// <param name="Minutes">Minutes of mediation.</param>
internal readonly record struct Mesures(long Activites, long Accompagnements, long Minutes)
{
    public static Mesures operator +(Mesures a, Mesures b) => new(a.Activites + b.Activites, a.Accompagnements + b.Accompagnements, a.Minutes + b.Minutes);
}

/// <summary>
/// Every indicator of a set of acts. All are sums, except the distinct people, authors, organisations and places, that come from sets of their own: sums of
/// months are the total, and parts are the whole. What may hold several values at once (themes, equipment, labels) adds up to more than the acts: screens say so.
/// </summary>
internal sealed class Indicateurs
{
    /// <summary>Acts, in the order of <see cref="TypesDActivite"/>.</summary>
    public long[] ActivitesParType { get; } = new long[TypesDActivite.Tous.Count];

    /// <summary>One for each person in each act, by type.</summary>
    public long[] AccompagnementsParType { get; } = new long[TypesDActivite.Tous.Count];

    /// <summary>Minutes of mediation.</summary>
    public long Minutes { get; set; }

    /// <summary>Minutes of mediation whose posture is known; the parts are hundredths of them.</summary>
    public long MinutesDePosture { get; set; }

    public long PartALaPlace { get; set; }
    public long PartAvec { get; set; }
    public long PartFaire { get; set; }

    /// <summary>Accompagnements of people who stayed anonymous.</summary>
    public long SansNom { get; set; }

    /// <summary>Accompagnements of people who are followed.</summary>
    public long Suivies { get; set; }

    /// <summary>Among those who stayed anonymous, those who came for the first time, when it was said.</summary>
    public long SansNomNouvelles { get; set; }

    /// <summary>Individual acts by what became of them.</summary>
    public long Orientees { get; set; }

    // Accompagnements, by code plus one: 0 is « not said ».
    public long[] TypesDeLieu { get; } = Liste(Listes.TypesDeLieu);
    public long[] Autonomies { get; } = Liste(Listes.Autonomies);
    public long[] Niveaux { get; } = Liste(Listes.NiveauxDAtelier);
    public long[] Situations { get; } = Liste(Listes.Situations);
    public long[] Motifs { get; } = Liste(Listes.MotifsALaPlace);
    public long[] Redirections { get; } = Liste(Listes.StructuresDeRedirection);

    /// <summary>By range of duration.</summary>
    public long[] TranchesDeDuree { get; } = new long[Durees.Codes.Count];

    /// <summary>In the order of <see cref="Thematiques.Codes"/>. An act has several.</summary>
    public long[] Themes { get; } = new long[Thematiques.Codes.Count];

    /// <summary>In the order of <see cref="Listes.Materiels"/>. An act has several.</summary>
    public long[] Materiels { get; } = new long[Listes.Materiels.Termes.Count];

    /// <summary>In the order of <see cref="OrigineDActivite"/>: acts.</summary>
    public long[] Origines { get; } = new long[Enum.GetValues<OrigineDActivite>().Length];

    /// <summary>Accompagnements by who was helped, in the order of their list; the last one is « not known ».</summary>
    public long[] Genres { get; } = new long[Listes.Genres.Termes.Count];
    public long[] Ages { get; } = new long[Listes.Ages.Termes.Count];
    public long[] Statuts { get; } = new long[Listes.Statuts.Termes.Count];

    public Dictionary<DateOnly, Mesures> ParJour { get; } = [];
    public Dictionary<string, Mesures> ParLieu { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Mesures> ParCommune { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Mesures> ParDepartement { get; } = new(StringComparer.Ordinal);

    /// <summary>Where people who stayed anonymous live, on individual acts.</summary>
    public Dictionary<string, Mesures> ParResidence { get; } = new(StringComparer.Ordinal);
    public Dictionary<Guid, Mesures> ParOrganisation { get; } = [];

    /// <summary>An act has several labels.</summary>
    public Dictionary<Guid, Mesures> ParEtiquette { get; } = [];

    /// <summary>Acts of each author: only their number is shown.</summary>
    public Dictionary<Guid, long> ParAuteur { get; } = [];

    /// <summary>Acts of each person who is followed: only how many of them there are is shown.</summary>
    public OccurrencesDePersonnes Personnes { get; } = new();

    public long Activites => ActivitesParType.Sum();
    public long Accompagnements => AccompagnementsParType.Sum();
    public long Ateliers => ActivitesParType[(int)TypeDActivite.Collectif];
    public long Participants => AccompagnementsParType[(int)TypeDActivite.Collectif];
    public long Individuels => ActivitesParType[(int)TypeDActivite.Individuel] + ActivitesParType[(int)TypeDActivite.Demarche];
    public long Coordinations => ActivitesParType[(int)TypeDActivite.Animation] + ActivitesParType[(int)TypeDActivite.Evenement] + ActivitesParType[(int)TypeDActivite.Partenariat];
    public int Auteurs => ParAuteur.Values.Count(n => n > 0);
    public int Organisations => ParOrganisation.Values.Count(m => m.Activites > 0);
    public Posture? Posture => PartsDePosture.De(PartALaPlace, PartAvec, PartFaire);

    /// <summary>What is counted by code, under its name: whoever adds or compares two counts goes through all of it.</summary>
    public IEnumerable<(string Nom, long[] Nombres)> Repartitions =>
    [
        ("activites", ActivitesParType), ("accompagnements", AccompagnementsParType), ("types_de_lieu", TypesDeLieu), ("autonomies", Autonomies), ("niveaux", Niveaux), ("situations", Situations),
        ("motifs", Motifs), ("redirections", Redirections), ("durees", TranchesDeDuree), ("themes", Themes), ("materiels", Materiels), ("origines", Origines), ("genres", Genres), ("ages", Ages), ("statuts", Statuts),
    ];

    private static long[] Liste(Nomenclature liste) => new long[liste.Termes.Count + 1];
}
