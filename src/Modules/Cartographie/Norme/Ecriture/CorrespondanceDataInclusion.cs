using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>
/// What the values of the standard become in data·inclusion v1. What has no equivalent isn't forced into one: « Illettrisme » and « Langues
/// étrangères » stay words in <c>publics_precisions</c>, for a person who speaks another language isn't an exile.
/// </summary>
internal static class CorrespondanceDataInclusion
{
    public const string ServicesEnLigne = "numerique--acceder-a-des-services-en-ligne";
    public const string Connexion = "numerique--acceder-a-une-connexion-internet";
    public const string Equipement = "numerique--acquerir-un-equipement";
    public const string Fondamentaux = "numerique--maitriser-les-fondamentaux-du-numerique";

    public static readonly IReadOnlyDictionary<string, string[]> Thematiques = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Vocabulaire.Acces] = [Connexion, Equipement],
        [Vocabulaire.Materiel] = [Equipement],
        [Vocabulaire.Demarches] = [ServicesEnLigne, "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives"],
        [Vocabulaire.Comprehension] = [Fondamentaux],
        [Vocabulaire.Securite] = [Fondamentaux],
        [Vocabulaire.Emploi] = [Fondamentaux, "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi"],
        [Vocabulaire.Loisirs] = [Fondamentaux, "remobilisation--activites-sportives-et-culturelles"],
        [Vocabulaire.Outils] = [Fondamentaux, ServicesEnLigne],
        [Vocabulaire.Parentalite] = [Fondamentaux, "famille--soutien-a-la-parentalite-et-a-leducation"],
    };

    /// <summary>Type of service, and the name that a person reads.</summary>
    public static readonly IReadOnlyDictionary<string, (string Type, string Nom)> Types = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["Accompagnement individuel"] = ("accompagnement", "Accompagnement individuel au numérique"),
        ["Dans un atelier collectif"] = ("atelier", "Atelier numérique"),
        ["En autonomie"] = ("aide-materielle", "Accès libre au numérique"),
    };

    public static readonly IReadOnlyDictionary<string, string> Mobilisation = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Vocabulaire.SePresenter] = "se-presenter",
        ["Téléphoner"] = "telephoner",
        ["Contacter par mail"] = "envoyer-un-courriel",
        ["Envoyer un mail avec une fiche de prescription"] = "envoyer-un-courriel",
        ["Prendre un RDV en ligne"] = "utiliser-lien-mobilisation",
    };

    public static readonly IReadOnlyDictionary<string, string> Frais = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Vocabulaire.Gratuit] = "gratuit",
        ["Gratuit sous condition"] = "gratuit",
        ["Payant"] = "payant",
    };

    public static readonly IReadOnlyDictionary<string, string> Publics = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Étudiants"] = "etudiants",
        ["Familles et/ou enfants"] = "familles",
        ["Femmes"] = "femmes",
        ["Jeunes"] = "jeunes",
        ["Seniors"] = "seniors",
        ["Surdité"] = "personnes-en-situation-de-handicap",
        ["Handicaps moteurs"] = "personnes-en-situation-de-handicap",
        ["Handicaps mentaux"] = "personnes-en-situation-de-handicap",
        ["Déficience visuelle"] = "personnes-en-situation-de-handicap",
    };

    public static readonly IReadOnlyDictionary<string, string> Reseaux = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Aidants Connect"] = "aidants-connect",
        ["Conseillers numériques"] = "conseillers-numeriques",
        ["France Services"] = "france-service",
        ["Grande école du numérique"] = "grandes-ecoles-du-numerique",
        ["La Croix Rouge"] = "croix-rouge",
    };
}
