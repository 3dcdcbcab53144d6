using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>The expected failures of the agenda and of booking: ACC-300 to ACC-349. A code is never used again.</summary>
internal static class ErreursAgenda
{
    public static readonly Erreur Lieu = new("ACC-300", "Choisissez un lieu de la liste. Celui-ci n’est pas connu, ou il n’est plus ouvert.", "Lieu");
    public static readonly Erreur Jours = new("ACC-301", "Choisissez au moins un jour de la semaine.", "Jours");
    public static readonly Erreur Heures = new("ACC-302", "Écrivez les heures comme 9:00 ou 17h30, la fin après le début.", "De");
    public static readonly Erreur Duree = new("ACC-303", "Choisissez la durée d’un rendez-vous : elle tient au moins une fois entre le début et la fin.", "Duree");
    public static readonly Erreur Dates = new("ACC-304", "Le dernier jour vient après le premier, dans les deux ans.", "Jusqua");
    public static readonly Erreur Rythme = new("ACC-305", "Le rythme est de 1, 2 ou 4 semaines.", "Semaines");
    public static readonly Erreur Melange = new("ACC-306", "Vous recevez déjà à ce moment-là : personne n’est à deux endroits à la fois. Changez les heures, ou retirez l’autre.", "De");
    public static readonly Erreur Salle = new("ACC-307", "Choisissez une salle de ce lieu.", "Salle");
    public static readonly Erreur TropDeDisponibilites = new("ACC-308", "Deux cents disponibilités au plus. Retirez celles qui ne servent plus.", "De");
    public static readonly Erreur Absence = new("ACC-309", "L’absence finit après avoir commencé, et dure un an au plus.", "Au");
    public static readonly Erreur NomDeSalle = new("ACC-310", "Donnez un nom à la salle, 80 caractères au plus.", "NomDeSalle");
    public static readonly Erreur CapaciteDeSalle = new("ACC-311", "La salle reçoit de 1 à 500 personnes.", "CapaciteDeSalle");
    public static readonly Erreur TropDeSalles = new("ACC-312", "Cinquante salles au plus. Retirez celles qui ne servent plus.", "NomDeSalle");
    public static readonly Erreur Tournee = new("ACC-313", "Choisissez un jour à venir pour chaque étape, et un lieu.", "Etapes");

    public static readonly Erreur Creneau = new("ACC-320", "Ce moment n’est plus libre. Choisissez-en un autre : ce que vous avez écrit est gardé.", "Debut");
    public static readonly Erreur DansLePasse = new("ACC-321", "Ce moment est déjà passé. Choisissez-en un autre.", "Debut");
    public static readonly Erreur Prenom = new("ACC-322", "Écrivez un prénom, ou le nom que vous voulez : 100 caractères au plus.", "Prenom");
    public static readonly Erreur Telephone = new("ACC-323", "Écrivez un numéro de téléphone de France, comme 06 39 98 01 02, ou laissez vide.", "Telephone");
    public static readonly Erreur Courriel = new("ACC-324", "Écrivez une adresse comme prenom@example.org, ou laissez vide.", "Courriel");
    public static readonly Erreur Sms = new("ACC-325", "Pour un rappel par SMS, écrivez un numéro de téléphone portable.", "Telephone");
    public static readonly Erreur HorsListe = new("ACC-326", "Choisissez une réponse de la liste.", "Besoin");
    public static readonly Erreur TropPourUnContact = new("ACC-327", "Vous avez déjà {0} réservations à venir. Annulez-en une d’abord, ou appelez le lieu.");
    public static readonly Erreur TropPourUneAdresse = new("ACC-328", "Beaucoup de réservations viennent de cette connexion. Réessayez dans une heure, ou appelez le lieu.");
    public static readonly Erreur Fermee = new("ACC-329", "La réservation en ligne est fermée pour ce moment. Appelez le lieu, ou venez sur place.");
    public static readonly Erreur Complet = new("ACC-330", "Cet atelier est complet.");
    public static readonly Erreur TropTard = new("ACC-331", "Le temps pour confirmer est passé, ou la réservation a été annulée. Choisissez un autre moment.");
    public static readonly Erreur Etat = new("ACC-332", "Ce n’est plus possible : ce rendez-vous a changé entre-temps.");
    public static readonly Erreur PasEncore = new("ACC-333", "Il est trop tôt : l’heure n’est pas venue.");
    public static readonly Erreur DejaPasse = new("ACC-334", "Le moment est passé : cela ne s’annule plus.");
    public static readonly Erreur Introuvable = new("ACC-335", "Ce rendez-vous n’existe pas, ou il n’est pas à vous.");
    public static readonly Erreur Formulaire = new("ACC-336", "Cette page est ouverte depuis trop longtemps. Envoyez-la de nouveau : ce que vous avez écrit est gardé.");
    public static readonly Erreur EntreTemps = new("ACC-470", "Quelqu’un vient de le changer au même moment. Regardez-le, puis recommencez.");
    public static readonly Erreur PersonneInconnue = new("ACC-337", "Cette personne n’est pas, ou n’est plus, parmi celles que vous suivez.", "Personne");

    public static readonly Erreur Titre = new("ACC-340", "Donnez un titre à l’atelier, 120 caractères au plus.", "Titre");
    public static readonly Erreur Description = new("ACC-341", "La description fait 1 000 caractères au plus.", "Description");
    public static readonly Erreur Capacite = new("ACC-342", "L’atelier a de 1 à 200 places, et pas plus que la salle.", "Capacite");
    public static readonly Erreur CapacitePrise = new("ACC-343", "Plus de personnes sont déjà inscrites : gardez au moins leurs places.", "Capacite");
    public static readonly Erreur Date = new("ACC-344", "Écrivez un jour à venir, dans les deux ans.", "Date");
    public static readonly Erreur Occupe = new("ACC-345", "Vous, ou la salle, êtes déjà pris à ce moment-là.", "De");
    public static readonly Erreur TexteRefuse = new("ACC-346", "Un mot de passe ou un numéro de sécurité sociale ne se garde jamais. Retirez-le du texte.", "Description");
    public static readonly Erreur RepriseDesSms = new("ACC-450", "Ce n’est plus possible d’ici. Répondez REPRENDRE au dernier SMS reçu, ou demandez au lieu.");
}
