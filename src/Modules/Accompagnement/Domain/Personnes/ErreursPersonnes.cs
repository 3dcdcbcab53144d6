using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>The expected failures about people helped: ACC-100 to ACC-149. A code is never used again.</summary>
internal static class ErreursPersonnes
{
    public static readonly Erreur Prenom = new("ACC-100", "Écrivez un prénom, ou le nom que la personne choisit : 100 caractères au plus.", "Prenom");
    public static readonly Erreur Nom = new("ACC-101", "Ce nom n’est pas valable. Écrivez des lettres, 100 caractères au plus.", "Nom");
    public static readonly Erreur Telephone = new("ACC-102", "Ce numéro de téléphone n’est pas valable. Exemple : 06 39 98 01 02", "Telephone");
    public static readonly Erreur TelephoneEtSansTelephone = new("ACC-103", "Effacez le numéro, ou décochez « La personne n’a pas de téléphone ».", "Telephone");
    public static readonly Erreur Courriel = new("ACC-104", "Cette adresse électronique n’est pas valable. Exemple : prenom.nom@example.org", "Courriel");
    public static readonly Erreur Annee = new("ACC-105", "Écrivez l’année de naissance en quatre chiffres, de 1900 à {0}.", "AnneeDeNaissance");
    public static readonly Erreur HorsListe = new("ACC-106", "Choisissez une réponse de la liste.");
    public static readonly Erreur NotesLongues = new("ACC-107", "Ces notes sont trop longues : 2 000 caractères au plus. Un tableau collé ne se garde pas ici.", "Notes");
    public static readonly Erreur NotesRefusees = new("ACC-108", "Un mot de passe ou un numéro de sécurité sociale ne se garde jamais. Retirez-le du texte.", "Notes");
    public static readonly Erreur Protecteur = new("ACC-109", "Écrivez le nom du curateur ou du tuteur, ou de l’association.", "Protecteur");
    public static readonly Erreur AccordDuTuteur = new("ACC-110", "Sous tutelle, il faut aussi l’accord du tuteur. Sans lui, aidez la personne sans nom, ou avec une carte.", "AccordDuProtecteur");
    public static readonly Erreur Responsable = new("ACC-111", "Avant 15 ans, il faut l’accord d’un parent : écrivez son nom.", "Responsable");
    public static readonly Erreur AccordDuResponsable = new("ACC-112", "Avant 15 ans, il faut l’accord d’un parent. Sans lui, aidez la personne sans nom, ou avec une carte.", "AccordDuResponsable");
    public static readonly Erreur Accord = new("ACC-113", "Sans l’accord de la personne, rien n’est gardé d’elle. Lisez-lui le texte ; si elle ne veut pas, choisissez la carte ou « sans nom ».", "Accord");
    public static readonly Erreur Introuvable = new("ACC-114", "Cette personne n’est pas, ou n’est plus, parmi celles que vous suivez.");
    public static readonly Erreur Carte = new("ACC-115", "Ce numéro et ce code ne vont pas ensemble, ou la carte a été remplacée. Vérifiez les deux, un caractère après l’autre.", "Secret");
    public static readonly Erreur NumeroFaux = new("ACC-116", "Ce numéro a une faute de frappe. Il a 8 caractères, comme K7PD-2RWX.", "Numero");
    public static readonly Erreur SecretFaux = new("ACC-117", "Le code secret a 6 caractères. Il est sous le pli de la carte.", "Secret");
    public static readonly Erreur Attendez = new("ACC-118", "Trop d’essais. Attendez {0}, puis recommencez.", "Secret");
    public static readonly Erreur Objectif = new("ACC-119", "Écrivez ce que la personne veut, avec ses mots : 300 caractères au plus.", "Objectif");
    public static readonly Erreur ObjectifRefuse = new("ACC-120", "Un mot de passe ou un numéro de sécurité sociale ne se garde jamais. Retirez-le du texte.", "Objectif");
    public static readonly Erreur EtatDObjectif = new("ACC-121", "Cet objectif a changé entre-temps. Voici où il en est.", "Etat");
    public static readonly Erreur MotifDAbandon = new("ACC-122", "Dites pourquoi, avec les mots de la personne : 300 caractères au plus.", "Motif");
    public static readonly Erreur TropDObjectifs = new("ACC-123", "Vingt objectifs en cours, c’est déjà beaucoup : finissez-en ou reportez-en un d’abord.", "Objectif");
    public static readonly Erreur DejaSuivie = new("ACC-124", "Vous suivez déjà cette personne.");
    public static readonly Erreur SuiviFini = new("ACC-125", "Ce suivi est déjà fini.");
    public static readonly Erreur CollegueInconnu = new("ACC-126", "Choisissez un ou une collègue de la liste, ou toute l’organisation.", "Avec");
    public static readonly Erreur MemePersonne = new("ACC-127", "Choisissez une autre fiche que celle-ci.", "Avec");
    public static readonly Erreur DejaReunie = new("ACC-128", "Cette fiche a déjà été réunie à une autre.");
    public static readonly Erreur RienADefaire = new("ACC-129", "Il n’y a rien à défaire, ou c’est déjà fait.");
    public static readonly Erreur DejaEffacee = new("ACC-130", "Les renseignements de cette personne ont déjà été effacés.");
    public static readonly Erreur DisqueNonChiffre = new("ACC-131", "Cette base de démonstration n’accepte que des personnes inventées, suivies par un compte inventé. Pour de vraies personnes, l’opérateur doit déclarer le disque chiffré ou utiliser une base PostgreSQL.", "Prenom");
    public static readonly Erreur Choix = new("ACC-132", "Choisissez comment la personne veut être aidée.", "Niveau");
    public static readonly Erreur MemePersonneOuPas = new("ACC-133", "Dites si c’est la même personne, ou une autre.", "Doublon");
    public static readonly Erreur Documents = new("ACC-134", "Ce texte est trop long : 500 caractères au plus.", "Documents");
    public static readonly Erreur LieuDuRendezVous = new("ACC-135", "Ce texte est trop long : 200 caractères au plus.", "LieuDuRendezVous");
    public static readonly Erreur RendezVousPasse = new("ACC-136", "Le rendez-vous est dans le passé. Écrivez une date à venir, ou effacez-la.", "RendezVous");
    public static readonly Erreur PasseFini = new("ACC-137", "Pour votre sécurité, la page s’est refermée. Écrivez de nouveau le numéro et le code de la carte.", "Numero");
    public static readonly Erreur ModifieeEntreTemps = new("ACC-139", "Cette fiche a été modifiée entre-temps. Votre saisie est gardée ici : comparez, puis enregistrez de nouveau.");
    public static readonly Erreur DerniereDAbord = new("ACC-140", "Une autre fiche a été réunie depuis à celle-ci. Défaites d’abord la dernière réunion.");
    public static readonly Erreur CommuneInconnue = new("ACC-141", "Choisissez la commune dans la liste.", "Commune");
    public static readonly Erreur AccordDePartage = new("ACC-142", "Demandez d’abord son accord à la personne, puis cochez la case.", "Accord");
    public static readonly Erreur SuiviDeTous = new("ACC-143", "Vous suivez cette personne avec toute votre organisation. Retirez cet accord dans « Qui la suit ».", "Choix");
    public static readonly Erreur SansCarte = new("ACC-138", "Cette personne n’a pas de carte.");
}
