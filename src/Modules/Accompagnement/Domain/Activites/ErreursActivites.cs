using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>The expected failures about activities: ACC-001 to ACC-049. A code is never used again.</summary>
internal static class ErreursActivites
{
    public static readonly Erreur Type = new("ACC-001", "Choisissez ce que vous notez : un accompagnement, une démarche, un atelier ou une coordination.", "type", TypesDActivite.Codes);
    public static readonly Erreur DateManque = new("ACC-002", "Écrivez la date, par exemple 25/11/2026.", "date");
    public static readonly Erreur DateFuture = new("ACC-003", "La date est dans le futur : un compte rendu dit ce qui a eu lieu. Pour plus tard, prenez un rendez-vous.", "date");
    public static readonly Erreur DateAvantVous = new("ACC-004", "À cette date, vous ne travailliez pas encore pour cette organisation.", "date");
    public static readonly Erreur DureeManque = new("ACC-005", "Choisissez une durée, de 1 minute à 23 h 59.", "duree_minutes");
    public static readonly Erreur LieuManque = new("ACC-006", "Dites où cela s’est passé.", "type_de_lieu", Listes.TypesDeLieu.Codes);
    public static readonly Erreur LieuInconnu = new("ACC-007", "Choisissez un lieu de la liste. Celui-ci n’est pas connu, ou il n’est plus ouvert.", "lieu");
    public static readonly Erreur CommuneInconnue = new("ACC-008", "Choisissez la commune dans la liste.", "commune");
    public static readonly Erreur ThematiqueManque = new("ACC-009", "Choisissez une thématique, trois au plus.", "thematiques", FaireAvec.Accompagnement.Domain.Activites.Thematiques.Codes);
    public static readonly Erreur TropDeThematiques = new("ACC-010", "Trois thématiques au plus. Gardez celles qui ont pris le plus de temps.", "thematiques");
    public static readonly Erreur Principale = new("ACC-011", "La thématique principale est l’une de celles que vous avez choisies.", "thematique_principale");
    public static readonly Erreur PostureManque = new("ACC-012", "Dites comment vous avez fait : surtout à sa place, surtout avec, ou surtout par la personne.", "posture");
    public static readonly Erreur PostureFausse = new("ACC-013", "Les trois parts font 100 en tout, chacune de 0 à 100.", "posture");
    public static readonly Erreur Motif = new("ACC-014", "Choisissez dans la liste pourquoi vous avez fait à la place de la personne.", "motif_a_la_place", Listes.MotifsALaPlace.Codes);
    public static readonly Erreur HorsListe = new("ACC-015", "Choisissez une réponse de la liste.");
    public static readonly Erreur TexteTropLong = new("ACC-016", "Ce texte est trop long : {0} caractères au plus. Un tableau collé ne se garde pas ici.");
    public static readonly Erreur TexteRefuse = new("ACC-017", "Un mot de passe ou un numéro de sécurité sociale ne se garde jamais. Retirez-le du texte.");
    public static readonly Erreur StructureDeRedirection = new("ACC-018", "Dites vers quelle structure la personne est orientée, ou retirez l’orientation.", "structure_de_redirection", Listes.StructuresDeRedirection.Codes);
    public static readonly Erreur PersonneInconnue = new("ACC-019", "Cette personne n’est pas, ou n’est plus, parmi celles que vous suivez.", "personnes");
    public static readonly Erreur UneSeulePersonne = new("ACC-020", "Un accompagnement individuel concerne une seule personne. Pour plusieurs, notez un atelier.", "personnes");
    public static readonly Erreur PersonneDe = new("ACC-021", "Ces renseignements sont pour une personne sans nom : celle que vous suivez a déjà les siens.", "sans_nom");
    public static readonly Erreur Participants = new("ACC-022", "Un atelier a au moins une personne : suivie, ou comptée.", "effectifs");
    public static readonly Erreur TropDeMonde = new("ACC-023", "Le nombre de participants va de 0 à 2 000.", "effectifs");
    public static readonly Erreur DejaAccompagnes = new("ACC-024", "Ceux qui étaient déjà venus ne sont pas plus nombreux que les participants.", "effectifs");
    public static readonly Erreur MargeGenres = new("ACC-025", "Le total par genre ne dépasse pas le nombre de participants.", "effectifs");
    public static readonly Erreur MargeAges = new("ACC-026", "Le total par âge ne dépasse pas le nombre de participants.", "effectifs");
    public static readonly Erreur MargeStatuts = new("ACC-027", "Le total par statut ne dépasse pas le nombre de participants.", "effectifs");
    public static readonly Erreur Coordination = new("ACC-028", "Complétez ce que cette coordination demande.", "coordination");
    public static readonly Erreur Introuvable = new("ACC-029", "Ce compte rendu n’existe pas, ou il n’est pas à vous.");
    public static readonly Erreur Supprimee = new("ACC-030", "Ce compte rendu a été supprimé. Rétablissez-le d’abord.");
    public static readonly Erreur Verrouillee = new("ACC-031", "Ce compte rendu a plus de {0} jours : dites pourquoi vous le corrigez.", "motif");

    /// <summary>The sentence of <see cref="Verrouillee"/> for who removes: the rule is the same, and so is its code.</summary>
    public const string VerrouilleeASupprimer = "Ce compte rendu a plus de {0} jours : dites pourquoi vous le supprimez.";
    public static readonly Erreur ModifieeEntreTemps = new("ACC-032", "Ce compte rendu a été modifié entre-temps. Ouvrez-le dans un autre onglet pour voir ce qui a changé. Vos réponses sont toujours ici : enregistrez encore une fois pour les mettre à la place.");
    public static readonly Erreur IdDejaPris = new("ACC-033", "Cet identifiant est déjà celui d’un autre compte rendu. Donnez-en un nouveau.", "id");
    public static readonly Erreur MediateurInconnu = new("ACC-034", "Ce médiateur ne travaille pas pour l’organisation de cet accès, à cette date.", "mediateur");
    public static readonly Erreur IdFaux = new("ACC-035", "L’identifiant est un UUID, de préférence de version 7.", "id");
    public static readonly Erreur EtiquetteInconnue = new("ACC-036", "Cette étiquette n’existe pas, elle est rangée, ou elle n’est pas pour vous. Choisissez-en une de la liste, 10 au plus.", "etiquettes");
    public static readonly Erreur DateTropAncienne = new("ACC-037", "La date est trop ancienne : la médiation numérique ne se note pas avant l’an 2000.", "date");
    public static readonly Erreur MoinsQueSignatures = new("ACC-039", "Il y a plus de signatures que de participants : comptez au moins ceux qui ont signé.", "effectifs");

    public static readonly Erreur RendezVousDejaNote = new("ACC-040", "Ce rendez-vous a déjà son compte rendu.", "rendez_vous");

    public static readonly Erreur ServiceInconnu = new("ACC-045", "Choisissez le service dans la liste, ou « Un autre service public », « Un autre service privé ».", "service", ServicesEnLigne.Codes);
    public static readonly Erreur CauseSansService = new("ACC-046", "Dites d’abord quel service en ligne a fait perdre du temps.", "service");
    public static readonly Erreur MinutesSansCause = new("ACC-047", "Dites pourquoi ce service a fait perdre du temps.", "cause", Listes.CausesDeCharge.Codes);
    public static readonly Erreur MinutesPerdues = new("ACC-048", "Le temps perdu va de 1 minute à la durée de l’accompagnement.", "minutes_perdues");
    public static readonly Erreur JourneeTropPleine = new("ACC-049", "Cette journée dépasserait 24 heures d’accompagnement. Vérifiez la date et la durée, et ce qui est déjà noté ce jour-là.", "duree_minutes");

    public static readonly Erreur NomDeModele = new("ACC-041", "Donnez un nom au modèle, 80 caractères au plus.", "Nom");
    public static readonly Erreur NomDeModelePris = new("ACC-042", "Vous avez déjà un modèle de ce nom. Choisissez-en un autre.", "Nom");
    public static readonly Erreur RythmeDeModele = new("ACC-043", "Le dernier jour vient après le premier, et le rythme est de 1, 2 ou 4 semaines.", "Depuis");
    public static readonly Erreur TropDeModeles = new("ACC-044", "Cinquante modèles au plus. Retirez-en un d’abord.", "Nom");

    /// <summary>A text that is too long, for this field.</summary>
    public static Erreur TropLong(string champ, int max) => TexteTropLong with { Champ = champ, Message = string.Format(System.Globalization.CultureInfo.InvariantCulture, TexteTropLong.Message, max) };
}
