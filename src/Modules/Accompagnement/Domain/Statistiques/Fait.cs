using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>Somebody who is followed, in one act: a number that says nothing outside, and what was known of them on that day.</summary>
/// <param name="Numero">Number of the person, the same in all their acts.</param>
/// <param name="Genre">Code of <see cref="Listes.Genres"/>.</param>
/// <param name="Age">Code of <see cref="Listes.Ages"/>, on the day of the act: figures of past years don't drift as people grow old.</param>
/// <param name="Statut">Code of <see cref="Listes.Statuts"/>.</param>
internal readonly record struct PersonneDuFait(int Numero, string? Genre, string? Age, string? Statut);

/// <summary>What statistics know of an act: no name, no note, no free text.</summary>
internal sealed record Fait
{
    public required Guid Auteur { get; init; }
    public required Guid Organisation { get; init; }
    public IReadOnlyList<Guid> Equipes { get; init; } = [];
    public required TypeDActivite Type { get; init; }
    public required DateOnly Jour { get; init; }

    /// <summary>Minutes.</summary>
    public required int Duree { get; init; }

    public string? TypeDeLieu { get; init; }
    public string? Lieu { get; init; }
    public string? Commune { get; init; }
    public string? Departement { get; init; }
    public IReadOnlyList<string> Thematiques { get; init; } = [];
    public int? PartALaPlace { get; init; }
    public int? PartAvec { get; init; }
    public string? MotifALaPlace { get; init; }
    public string? Situation { get; init; }
    public IReadOnlyList<string> Materiels { get; init; } = [];
    public string? Autonomie { get; init; }
    public bool? Orientee { get; init; }
    public string? StructureDeRedirection { get; init; }
    public string? Genre { get; init; }
    public string? Age { get; init; }
    public string? Statut { get; init; }
    public string? CommuneDeLaPersonne { get; init; }
    public bool? DejaAccompagnee { get; init; }
    public string? Niveau { get; init; }
    public int SansNom { get; init; }
    public int Suivies { get; init; }
    public Effectifs? Effectifs { get; init; }
    public IReadOnlyList<Guid> Etiquettes { get; init; } = [];
    public bool SurRendezVous { get; init; }

    /// <summary>True when the author was on a post of conseiller numérique on that day.</summary>
    public bool ConseillerNumerique { get; init; }

    public required OrigineDActivite Origine { get; init; }
    public IReadOnlyList<PersonneDuFait> Personnes { get; init; } = [];

    /// <summary>What statistics keep of an act.</summary>
    public static Fait De(Activite a, IReadOnlyList<PersonneDuFait> personnes) => new()
    {
        Auteur = a.Auteur,
        Organisation = a.Organisation,
        Equipes = a.Equipes,
        Type = a.Type,
        Jour = a.Jour,
        Duree = a.Duree,
        TypeDeLieu = a.TypeDeLieu,
        Lieu = a.Lieu,
        Commune = a.Commune,
        Departement = a.Departement,
        Thematiques = a.Thematiques,
        PartALaPlace = a.PartALaPlace,
        PartAvec = a.PartAvec,
        MotifALaPlace = a.MotifALaPlace,
        Situation = a.Situation,
        Materiels = a.Materiels,
        Autonomie = a.Autonomie,
        Orientee = a.Orientee,
        StructureDeRedirection = a.StructureDeRedirection,
        Genre = a.Genre,
        Age = a.Age,
        Statut = a.Statut,
        CommuneDeLaPersonne = a.CommuneDeLaPersonne,
        DejaAccompagnee = a.DejaAccompagnee,
        Niveau = a.Niveau,
        SansNom = a.SansNom,
        Suivies = a.Suivies,
        Effectifs = a.Effectifs,
        Etiquettes = a.Etiquettes,
        SurRendezVous = a.RendezVous is not null,
        ConseillerNumerique = a.ConseillerNumerique,
        Origine = a.Origine,
        Personnes = personnes,
    };
}
