using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>The expected failures of an orientation: ACC-400 to ACC-449. A code is never used again.</summary>
internal static class ErreursOrientation
{
    public static readonly Erreur RienDit = new("ACC-400", "Choisissez au moins un besoin, ou dites ce qui presse.", "Besoins");
    public static readonly Erreur BesoinInconnu = new("ACC-401", "Choisissez un besoin de la liste.", "Besoins");
    public static readonly Erreur Commune = new("ACC-402", "Choisissez la commune dans la liste : les lieux sont cherchés autour.", "Commune");
    public static readonly Erreur Jours = new("ACC-403", "Écrivez un nombre de jours, de 0 à 365, ou laissez vide.", "JoursAvantPerte");
    public static readonly Erreur ReceveurManque = new("ACC-404", "Choisissez où la personne va.", "Receveur");
    public static readonly Erreur ReceveurFerme = new("ACC-405", "Ce lieu n’est plus ouvert au public. Choisissez-en un autre : rien n’a été envoyé.", "Receveur");
    public static readonly Erreur ReceveurSuspendu = new("ACC-406", "Ce lieu ne reçoit personne en ce moment. Choisissez-en un autre : rien n’a été envoyé.", "Receveur");
    public static readonly Erreur PasCompetent = new("ACC-407", "Ce lieu ne répond pas à ce besoin. Choisissez-en un autre : rien n’a été envoyé.", "Receveur");
    public static readonly Erreur Complet = new("ACC-408", "Ce lieu n’a plus de place cette semaine. Choisissez-en un autre : rien n’a été envoyé.", "Receveur");
    public static readonly Erreur Accord = new("ACC-409", "Sans le oui de la personne, rien n’est envoyé. Lisez-lui ce qui part ; si elle ne veut pas, donnez-lui la fiche du lieu.", "Accord");
    public static readonly Erreur AccordDuResponsable = new("ACC-410", "Avant 18 ans, il faut aussi le oui d’un parent. Sans lui, donnez la fiche du lieu à la personne.", "AccordDuResponsable");
    public static readonly Erreur AccordDuProtecteur = new("ACC-411", "Sous tutelle ou curatelle, il faut aussi le oui du tuteur ou du curateur. Sans lui, donnez la fiche du lieu à la personne.", "AccordDuProtecteur");
    public static readonly Erreur Temoin = new("ACC-412", "Un oui dit de vive voix a un témoin : écrivez son code, ses initiales par exemple, de 2 à 12 lettres ou chiffres.", "Temoin");
    public static readonly Erreur Precision = new("ACC-413", "Ce texte est trop long : 140 caractères au plus. Il dit ce qui aide à l’accueil, jamais l’histoire de la personne.", "Precision");
    public static readonly Erreur PrecisionRefusee = new("ACC-414", "Un nom d’utilisateur, un mot de passe, un numéro ou des coordonnées ne s’envoient jamais. Retirez-les du texte.", "Precision");
    public static readonly Erreur HorsListe = new("ACC-415", "Choisissez une réponse de la liste.");
    public static readonly Erreur Etat = new("ACC-416", "Cette orientation a changé entre-temps. Voici où elle en est.");
    public static readonly Erreur TropDeReorientations = new("ACC-417", "Deux réorientations ont déjà eu lieu pour ce besoin. Une personne n’est pas une balle : nommez un référent unique, qui reste avec elle.", "Referent");
    public static readonly Erreur RendezVous = new("ACC-418", "Donnez une date à venir, dans l’année, par exemple 25/11/2026, et une heure, par exemple 14:30.", "Rdv");
    public static readonly Erreur Resultat = new("ACC-419", "Dites comment cela s’est fini : choisissez dans la liste.", "Resultat");
    public static readonly Erreur Motif = new("ACC-420", "Dites pourquoi : choisissez dans la liste.", "Motif");
    public static readonly Erreur Confirmation = new("ACC-421", "Dites qui confirme qu’elle est venue.", "Par");
    public static readonly Erreur TropTot = new("ACC-422", "Le lieu a encore le temps de répondre.");
    public static readonly Erreur Introuvable = new("ACC-423", "Cette orientation n’est pas à vous, ou n’existe plus.");
    public static readonly Erreur ReferentInconnu = new("ACC-424", "Choisissez le référent dans la liste : vous, ou un ou une collègue médiateur.", "Referent");
    public static readonly Erreur ReferentTropTot = new("ACC-425", "Le référent unique se nomme quand deux réorientations n’ont pas abouti.", "Referent");
    public static readonly Erreur Lien = new("ACC-426", "Ce lien ne sert plus : il a expiré, ou il a été retiré. Appelez qui vous l’a envoyé.");
    public static readonly Erreur Courriel = new("ACC-427", "Cette adresse électronique n’est pas valable. Exemple : prenom.nom@example.org", "Courriel");
    public static readonly Erreur Professionnel = new("ACC-454", "Ce compte n’oriente pas aujourd’hui pour votre organisation.", "professionnel");
    public static readonly Erreur Identifiant = new("ACC-455", "Donnez un identifiant (UUID), nouveau pour chaque orientation.", "id");
    public static readonly Erreur Forme = new("ACC-456", "Dites comment la personne a dit oui : oral ou papier.", "accord.forme", ["oral", "papier"]);
    public static readonly Erreur Mobile = new("ACC-451", "Ce n’est pas un numéro de mobile. Exemple : 06 39 98 01 02.", "Mobile");
    public static readonly Erreur SmsRefuse = new("ACC-452", "Ce numéro a demandé à ne plus recevoir de SMS : rien n’est parti. Imprimez la carte, ou envoyez-la par courriel.", "Mobile");
    public static readonly Erreur SmsEnPanne = new("ACC-453", "Le SMS n’est pas parti. L’orientation est gardée : imprimez la carte, ou réessayez plus tard.", "Mobile");
    public static readonly Erreur CourrielEnPanne = new("ACC-428", "Le message n’est pas parti. L’orientation est gardée : imprimez la carte, ou réessayez plus tard.", "Courriel");
    public static readonly Erreur DejaEnCours = new("ACC-429", "Une orientation est déjà en cours pour ce besoin.");
    public static readonly Erreur Structure = new("ACC-430", "Écrivez le nom de la structure qui reçoit, 120 caractères au plus. Jamais le nom d’une personne.", "Structure");
    public static readonly Erreur Verifie = new("ACC-431", "Appelez d’abord : cochez quand la structure a dit qu’elle peut recevoir.", "Verifie");
    public static readonly Erreur LieuPasAVous = new("ACC-432", "Choisissez un lieu de votre organisation.", "Lieu");
    public static readonly Erreur ParSemaine = new("ACC-433", "Écrivez combien de personnes par semaine, de 0 à 500, ou laissez vide.", "ParSemaine");
    public static readonly Erreur BesoinsManquent = new("ACC-434", "Choisissez au moins un besoin auquel ce lieu répond.", "Besoins");
    public static readonly Erreur Suspension = new("ACC-435", "Donnez une date à venir, dans l’année, ou laissez vide.", "SuspenduJusquAu");
    public static readonly Erreur IdDejaPris = new("ACC-436", "Cet identifiant est déjà celui d’une autre orientation.", "id");
    public static readonly Erreur BesoinClos = new("ACC-438", "Ce besoin a son référent, ou il est clos.");
}
