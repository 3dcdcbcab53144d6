using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>The expected failures about organisations, members and invitations: CPT-050 to CPT-099. A code is never used again.</summary>
internal static class ErreursMembres
{
    public static readonly Erreur NomDOrganisation = new("CPT-050", "Écrivez le nom de l’organisation, 200 caractères au plus.", "Nom");
    public static readonly Erreur CommuneInconnue = new("CPT-051", "Choisissez la commune du siège dans la liste.", "Commune");
    public static readonly Erreur NatureManque = new("CPT-052", "Dites si l’organisation est publique ou privée.", "Nature");
    public static readonly Erreur CategorieManque = new("CPT-053", "Choisissez une catégorie.", "Categorie");
    public static readonly Erreur HorsDuTerritoire = new("CPT-054", "Cette commune n’est pas dans votre territoire.", "Commune");
    public static readonly Erreur ReseauImpossible = new("CPT-055", "Cette organisation ne peut pas être la tête de réseau de celle-ci.", "Reseau");
    public static readonly Erreur OrganisationFermee = new("CPT-056", "Cette organisation est fermée, ou réunie à une autre : rien ne peut plus y être ajouté.");
    public static readonly Erreur FonctionChevauche = new("CPT-057", "L’organisation a déjà cette fonction pendant cette période. Mettez-y fin d’abord, ou choisissez un premier jour plus tardif.", "Debut");
    public static readonly Erreur FonctionDates = new("CPT-058", "Le dernier jour ne peut pas être avant le premier.", "Fin");
    public static readonly Erreur FonctionFinie = new("CPT-059", "Cette fonction a déjà pris fin.");
    public static readonly Erreur LieuInconnu = new("CPT-060", "Ce lieu n’est pas sur la carte. Recopiez son identifiant ou son adresse depuis sa page.", "Lieu");
    public static readonly Erreur LieuDejaLie = new("CPT-061", "Ce lieu est déjà rattaché à cette organisation.", "Lieu");
    public static readonly Erreur ReunionAvecSoi = new("CPT-062", "Choisissez deux organisations différentes.", "Gardee");
    public static readonly Erreur ReunionDefaite = new("CPT-063", "Cette réunion a déjà été défaite.");
    public static readonly Erreur ReunionEmpechee = new("CPT-064", "Ces organisations ne peuvent pas être réunies tant que les points ci-dessous ne sont pas réglés.");
    public static readonly Erreur ReunionRecouverte = new("CPT-065", "Une réunion plus récente concerne l’une de ces organisations : défaites-la d’abord.");

    public static readonly Erreur RoleInconnu = new("CPT-070", "Choisissez un rôle de la liste.", "Role");
    public static readonly Erreur RoleNonDonnable = new("CPT-071", "Vos rôles ne vous permettent pas de donner ce rôle dans cette organisation.", "Role");
    public static readonly Erreur TerritoireDeTrop = new("CPT-072", "Ce rôle n’a pas de territoire.", "Departements");
    public static readonly Erreur TerritoireHorsPortee = new("CPT-073", "Vous ne pouvez donner qu’un territoire compris dans le vôtre.", "Departements");
    public static readonly Erreur RoleDejaFini = new("CPT-074", "Ce rôle a déjà pris fin.");
    public static readonly Erreur DernierAdministrateur = new("CPT-075", "C’est le dernier administrateur de la plateforme : donnez d’abord ce rôle à quelqu’un d’autre.");
    public static readonly Erreur CompteInactif = new("CPT-076", "Ce compte est suspendu ou fermé : il ne peut pas recevoir de rôle.");
    public static readonly Erreur TransfertSurPlace = new("CPT-077", "Choisissez une autre organisation que celle où cette personne travaille déjà.", "Vers");
    public static readonly Erreur NomDEquipe = new("CPT-078", "Écrivez le nom de l’équipe, 120 caractères au plus.", "Nom");
    public static readonly Erreur DejaDansLEquipe = new("CPT-079", "Cette personne est déjà dans l’équipe.");
    public static readonly Erreur PasRetablissable = new("CPT-080", "Ce compte n’a pas été suspendu pour inactivité. Demandez à l’équipe nationale.");
    public static readonly Erreur MotifDeFermeture = new("CPT-082", "Dites pourquoi l’organisation ferme.", "Motif");
    public static readonly Erreur AdministrateursDedans = new("CPT-083", "Quelqu’un y est administrateur de la plateforme : donnez-lui ce rôle ailleurs avant.");
    public static readonly Erreur PasFermee = new("CPT-084", "Cette organisation est ouverte, ou réunie à une autre : elle ne peut pas être rouverte.");
    public static readonly Erreur MotifLong = new("CPT-081", "Ce motif est trop long : 300 caractères au plus.", "Motif");

    public static readonly Erreur JetonInvalide = new("CPT-085", "Ce lien d’invitation ne fonctionne pas. Vérifiez qu’il est entier : il commence par « http » et se termine au bout de la ligne du message.");
    public static readonly Erreur InvitationExpiree = new("CPT-086", "Cette invitation n’est plus valable : elle a dépassé sa durée. Demandez à la personne qui vous a invité de la renvoyer.");
    public static readonly Erreur InvitationAcceptee = new("CPT-087", "Cette invitation a déjà été acceptée.");
    public static readonly Erreur InvitationAnnulee = new("CPT-088", "Cette invitation a été annulée. Demandez à la personne qui vous a invité si c’est voulu.");
    public static readonly Erreur InvitationRemplacee = new("CPT-089", "Un message plus récent remplace cette invitation. Ouvrez le lien du dernier message reçu.");
    public static readonly Erreur InvitationAutreAdresse = new("CPT-090", "Cette invitation a été envoyée à une autre adresse que celle de votre compte. Connectez-vous avec le compte de cette adresse.");
    public static readonly Erreur InvitationSansDroit = new("CPT-091", "La personne qui vous a invité n’a plus le droit de le faire. Demandez une nouvelle invitation à votre organisation.");
    public static readonly Erreur DejaInvite = new("CPT-093", "Cette personne a déjà une invitation en attente pour ce rôle. Vous pouvez la renvoyer.", "Courriel");
    public static readonly Erreur DejaMembre = new("CPT-094", "Cette personne a déjà ce rôle dans cette organisation.", "Courriel");
    public static readonly Erreur Prenom = new("CPT-095", "Écrivez un prénom, 100 caractères au plus, sans signe de calcul ni adresse.", "Prenom");
    public static readonly Erreur NomDePersonne = new("CPT-096", "Écrivez un nom, 100 caractères au plus, sans signe de calcul ni adresse.", "Nom");
    public static readonly Erreur FichierIllisible = new("CPT-097", "Ce fichier n’est pas un CSV lisible. Enregistrez-le depuis un tableur au format « CSV (séparateur : point-virgule) ».", "Fichier");
    public static readonly Erreur FichierTropLong = new("CPT-098", "Ce fichier dépasse 500 lignes ou 1 Mo. Coupez-le en plusieurs.", "Fichier");
    public static readonly Erreur FichierColonnes = new("CPT-099", "La première ligne doit nommer les colonnes : courriel, prenom, nom, role.", "Fichier");
}
