using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>
/// What figures may be narrowed by, by its name in addresses. A médiateur is not one of them beyond their own acts: figures are added up, and one person's
/// would be read through them.
/// </summary>
/// <param name="Nom">In addresses.</param>
/// <param name="Liste">Its closed list, when it has one.</param>
/// <param name="OuiOuNon">« oui » or « non », one of them.</param>
internal sealed record CritereDeStatistiques(string Nom, Nomenclature? Liste = null, bool OuiOuNon = false)
{
    /// <summary>Values of one criterion.</summary>
    public const int ValeursMax = 100;

    /// <summary>Longest value.</summary>
    public const int LongueurMax = 120;

    public const string Mediateur = "mediateur";

    private static readonly Nomenclature OuiNon = new(("oui", "Oui"), ("non", "Non"));

    public static readonly CritereDeStatistiques Type = new("type", new Nomenclature([.. TypesDActivite.Tous.Select(t => (t.Code, t.Libelle))]));
    public static readonly CritereDeStatistiques Thematique = new("thematique", Thematiques.Mediation);
    public static readonly CritereDeStatistiques Administrative = new("administrative", Thematiques.Administratives);
    public static readonly CritereDeStatistiques Demarches = new("demarches", OuiNon, OuiOuNon: true);
    public static readonly CritereDeStatistiques TypeDeLieu = new("type-de-lieu", Listes.TypesDeLieu);
    public static readonly CritereDeStatistiques Lieu = new("lieu");
    public static readonly CritereDeStatistiques Commune = new("commune");
    public static readonly CritereDeStatistiques Departement = new("departement");
    public static readonly CritereDeStatistiques Structure = new("structure");
    public static readonly CritereDeStatistiques Personne = new("personne");
    public static readonly CritereDeStatistiques Etiquette = new("etiquette");
    public static readonly CritereDeStatistiques Materiel = new("materiel", Listes.Materiels);
    public static readonly CritereDeStatistiques Duree = new("duree", new Nomenclature(("moins_de_30_min", "Moins de 30 min"), ("30_min_a_1_h", "30 min à 1 h"), ("1_h_a_2_h", "1 h à 2 h"), ("2_h_et_plus", "2 h et plus")));
    public static readonly CritereDeStatistiques Conseiller = new("conseiller", OuiNon, OuiOuNon: true);
    public static readonly CritereDeStatistiques RendezVous = new("rendez-vous", OuiNon, OuiOuNon: true);
    public static readonly CritereDeStatistiques Origine = new("origine", new Nomenclature(("saisie", "Saisie sur le site"), ("hors_ligne", "Écrite sans réseau"), ("api", "Envoyée par un autre logiciel"), ("import", "Importée d’un fichier")));

    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<CritereDeStatistiques> Tous { get; } =
        [Type, Thematique, Administrative, Demarches, TypeDeLieu, Lieu, Commune, Departement, Structure, Personne, Etiquette, Materiel, Duree, Conseiller, RendezVous, Origine];

    /// <summary>True when it makes sense for figures of this width: one's own people are one's own business, one's place has one département.</summary>
    public bool PermisPour(NiveauDePerimetre niveau) => Nom switch
    {
        "personne" => niveau == NiveauDePerimetre.Mediateur,
        "etiquette" => niveau is NiveauDePerimetre.Mediateur or NiveauDePerimetre.Equipe,
        "structure" => niveau is NiveauDePerimetre.Departement or NiveauDePerimetre.Nation,
        "lieu" => niveau != NiveauDePerimetre.Lieu,
        "departement" => niveau is NiveauDePerimetre.Nation or NiveauDePerimetre.Structure or NiveauDePerimetre.Equipe or NiveauDePerimetre.Mediateur,
        _ => true,
    };
}
