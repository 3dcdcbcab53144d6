using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>The expected failures of work without network: ACC-500 to ACC-549. A code is never used again.</summary>
internal static class ErreursHorsLigne
{
    public static readonly Erreur Nom = new("ACC-500", "Donnez un nom à cet appareil, 60 caractères au plus. Par exemple : mon téléphone bleu.", "Nom");
    public static readonly Erreur TropDAppareils = new("ACC-501", "Dix appareils au plus. Retirez d’abord celui qui ne sert plus.", "Nom");
    public static readonly Erreur AppareilFaux = new("ACC-502", "Cette page a déjà servi. Ouvrez-la de nouveau, puis recommencez.");
    public static readonly Erreur AppareilInconnu = new("ACC-503", "Cet appareil n’est pas à vous, ou il n’existe pas.");
    public static readonly Erreur Revoque = new("ACC-504", "Cet appareil a été retiré de votre compte : il ne garde plus rien.");
    public static readonly Erreur AutreCompte = new("ACC-505", "Cet appareil garde le travail de quelqu’un d’autre. Connectez-vous avec le compte qui l’a activé.");
    public static readonly Erreur AutreOrganisation = new("ACC-506", "Ce qui attend ici a été écrit pour une autre de vos organisations. Choisissez-la, puis envoyez.");
    public static readonly Erreur TropDEnvois = new("ACC-507", "Trop de choses à la fois : 50 au plus par envoi.");
    public static readonly Erreur EnvoiIllisible = new("ACC-508", "Cet envoi n’a pas pu être lu. Il est gardé : ouvrez-le dans le formulaire, ou renoncez.");
    public static readonly Erreur TropLong = new("ACC-509", "Cet envoi est trop long : 20 000 caractères au plus.");
    public static readonly Erreur GenreInconnu = new("ACC-510", "Cette version du site ne connaît pas ce genre d’envoi. Rechargez l’application, puis envoyez de nouveau.");
    public static readonly Erreur VersionAncienne = new("ACC-511", "Cet envoi vient d’une version trop ancienne de l’application. Il est gardé : ouvrez-le dans le formulaire pour le finir.");
    public static readonly Erreur VersionFuture = new("ACC-512", "Cet envoi vient d’une version plus récente que celle du site. Réessayez un peu plus tard.");
    public static readonly Erreur DejaRecu = new("ACC-513", "Un envoi de ce numéro a déjà été reçu, avec d’autres réponses. Rien n’a été changé.");
    public static readonly Erreur Attend = new("ACC-514", "Cet envoi attend celui dont il dépend.");
    public static readonly Erreur DejaDecide = new("ACC-515", "C’est déjà réglé : il n’y a plus rien à choisir.");
    public static readonly Erreur EnvoiInconnu = new("ACC-516", "Cet envoi n’existe pas, ou il n’est pas à vous.");
    public static readonly Erreur CarteInconnue = new("ACC-517", "Ce numéro de carte n’a pas été réservé pour cet appareil, ou il a déjà servi.");
    public static readonly Erreur PersonneDejaLa = new("ACC-518", "Cette carte n’a pas pu être donnée. Donnez-en une autre.");
    public static readonly Erreur AtelierInconnu = new("ACC-519", "Cet atelier n’existe pas, ou il n’est pas à vous.");
    public static readonly Erreur SansDroit = new("ACC-520", "Votre rôle ne permet pas, ou ne permet plus, de faire cela.");
    public static readonly Erreur Activite = new("ACC-521", "Cette activité a déjà été envoyée, avec d’autres réponses. Choisissez celle que vous gardez.");
    public static readonly Erreur RendezVousNote = new("ACC-522", "Ce rendez-vous a déjà un compte rendu, avec d’autres réponses. Choisissez celui que vous gardez.");
    public static readonly Erreur Creneau = new("ACC-523", "Ce créneau a été pris {0}. Choisissez un autre moment.");
    public static readonly Erreur Presence = new("ACC-524", "Ces présences ont été notées autrement entre-temps : {0}. Choisissez celles que vous gardez.");
    public static readonly Erreur Horloge = new("ACC-525", "L’heure de cet appareil {0} d’environ {1}. Corrigez-la dans ses réglages : les dates proposées seraient fausses.");
    public static readonly Erreur Jeton = new("ACC-526", "Votre session a changé entre-temps. Réessayez : rien n’est perdu.");
    public static readonly Erreur PlusTard = new("ACC-527", "Le site n’a pas pu enregistrer cet envoi. Il attend, et sera envoyé de nouveau.");
    public static readonly Erreur Conditions = new("ACC-528", "Lisez et acceptez d’abord les conditions d’utilisation, sur le site. Ce que vous avez écrit ici attend : rien n’est perdu.");
    public static readonly Erreur Parti = new("ACC-529", "Vous ne travaillez plus pour l’organisation de cet appareil : il ne garde plus rien.");
}
