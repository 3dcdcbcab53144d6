using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>The expected failures about personal data, from CPT-150 to CPT-199. A code is never used again.</summary>
internal static class ErreursDeDonnees
{
    public static readonly Erreur DemandeFinie = new("CPT-150", "Cette demande a déjà changé d’état. Rechargez la page.");
    public static readonly Erreur SaPropreDemande = new("CPT-151", "On ne traite pas sa propre demande : une autre personne doit le faire.");
    public static readonly Erreur CompteOuvert = new("CPT-152", "Le compte est encore ouvert : il doit d’abord être clos.");
    public static readonly Erreur DejaEfface = new("CPT-153", "Ce compte est déjà effacé.");
    public static readonly Erreur DernierAdministrateur = new("CPT-154", "C’est le dernier administrateur de la plateforme : nommez-en un autre avant.");
    public static readonly Erreur TypeDeDemande = new("CPT-155", "Choisissez ce que vous demandez.", "Type");
    public static readonly Erreur TexteManque = new("CPT-156", "Écrivez ce que vous demandez, même en peu de mots.", "Texte");
    public static readonly Erreur TexteLong = new("CPT-157", "Ce texte est trop long : 3 000 caractères au plus.", "Texte");
    public static readonly Erreur ReponseManque = new("CPT-158", "Écrivez la réponse : la personne la lira.", "Reponse");
    public static readonly Erreur ReponseLongue = new("CPT-159", "Cette réponse est trop longue : 1 000 caractères au plus.", "Reponse");
    public static readonly Erreur Confirmation = new("CPT-160", "Cochez la case pour confirmer : l’effacement ne se défait pas.", "Confirme");
    public static readonly Erreur DemandeEnCours = new("CPT-161", "Vous avez déjà une demande de ce type en cours.", "Type");
    public static readonly Erreur TexteDAccordInconnu = new("CPT-165", "Ce texte d’accord n’existe pas, ou n’est plus celui du jour. Rechargez la page.");
    public static readonly Erreur AccordNonDonne = new("CPT-166", "Cet accord n’est pas donné, ou il est déjà retiré.");
    public static readonly Erreur AccordACocher = new("CPT-167", "Cochez la case si vous êtes d’accord.", "Oui");
    public static readonly Erreur CodeRefuse = new("CPT-170", "Ce code n’est pas le bon, ou il n’est plus valable. La personne peut en faire un autre.", "Code");
    public static readonly Erreur RegardInterdit = new("CPT-171", "Ce compte a plus de droits que le support : son écran ne se regarde pas.", "Courriel");
    public static readonly Erreur MotifManque = new("CPT-172", "Écrivez pourquoi : la personne le lira.", "Motif");
    public static readonly Erreur MotifLong = new("CPT-173", "Ce motif est trop long : 500 caractères au plus.", "Motif");
    public static readonly Erreur DocumentInconnu = new("CPT-175", "Ce document n’existe pas.");
}
