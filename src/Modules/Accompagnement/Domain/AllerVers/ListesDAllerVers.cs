using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>The closed lists of what is done outside the place.</summary>
internal static class ListesDAllerVers
{
    public const string Autre = "autre";

    /// <summary>What made people stop and talk.</summary>
    public static Nomenclature Motifs { get; } = new(
        ("demarche", "Une démarche à faire"),
        ("telephone", "Le téléphone, ses réglages, ses photos"),
        ("proches", "Garder le lien avec ses proches"),
        ("ecole", "L’école et le suivi des enfants"),
        ("emploi", "Chercher un emploi"),
        ("sante", "La santé, les rendez-vous médicaux"),
        ("arnaques", "Éviter les arnaques"),
        ("materiel", "Du matériel ou une connexion à petit prix"),
        ("loisir", "Un loisir, une envie"),
        ("demonstration", "Une démonstration, un jeu"),
        (Autre, "Autre"));

    /// <summary>Who sends people, or has us in.</summary>
    public static Nomenclature NaturesDePartenaire { get; } = new(
        ("aide_alimentaire", "Aide alimentaire"),
        ("mairie_ccas", "Mairie, CCAS"),
        ("centre_social", "Centre social, maison de quartier"),
        ("france_services", "France services"),
        ("ecole", "École, collège, lycée"),
        ("emploi", "Emploi et insertion"),
        ("sante", "Santé"),
        ("logement", "Bailleur, foyer, résidence"),
        ("marche_commerce", "Marché, commerce"),
        ("association", "Autre association"),
        (Autre, "Autre"));
}
