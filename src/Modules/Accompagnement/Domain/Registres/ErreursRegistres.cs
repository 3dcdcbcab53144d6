using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Registres;

/// <summary>The expected failures about registers of attendance: ACC-230 to ACC-259. A code is never used again.</summary>
internal static class ErreursRegistres
{
    public static readonly Erreur Titre = new("ACC-230", "Donnez un titre à l’atelier, 200 caractères au plus.", "titre");
    public static readonly Erreur DateManque = new("ACC-231", "Écrivez la date, par exemple 25/11/2026.", "jour");
    public static readonly Erreur DateLoin = new("ACC-232", "La date est trop loin : un an avant ou après aujourd’hui, au plus.", "jour");
    public static readonly Erreur Debut = new("ACC-233", "Écrivez l’heure de début, par exemple 14 h 30.", "debut");
    public static readonly Erreur Fin = new("ACC-234", "Écrivez l’heure de fin, par exemple 16 h. Elle vient après celle du début.", "fin");
    public static readonly Erreur LieuManque = new("ACC-235", "Choisissez où l’atelier a lieu.", "type_de_lieu", [Listes.LieuActivite, Listes.AutreLieu]);
    public static readonly Erreur LieuInconnu = new("ACC-236", "Choisissez un lieu de la liste. Celui-ci n’est pas connu, ou il n’est plus ouvert.", "lieu");
    public static readonly Erreur CommuneInconnue = new("ACC-237", "Choisissez la commune dans la liste.", "commune");
    public static readonly Erreur Ferme = new("ACC-238", "Ce registre est fermé : on ne signe plus, et rien n’y change.");
    public static readonly Erreur SignatureOuPresence = new("ACC-239", "Signez dans le cadre, ou cochez « Je suis là ».", "Present");
    public static readonly Erreur SignatureIllisible = new("ACC-240", "La signature n’a pas été lue. Recommencez dans le cadre, ou cochez « Je suis là ».", "Trace");
    public static readonly Erreur SignatureTropLongue = new("ACC-241", "Cette signature est trop longue. Recommencez en plus court, ou cochez « Je suis là ».", "Trace");
    public static readonly Erreur SignatureTropPetite = new("ACC-242", "Cette signature est trop petite. Recommencez dans le cadre, ou cochez « Je suis là ».", "Trace");
    public static readonly Erreur Prenom = new("ACC-243", "Écrivez un prénom, 60 caractères au plus, ou laissez vide.", "Prenom");
    public static readonly Erreur TropDeSignatures = new("ACC-244", "Un registre a 2 000 signatures au plus.", "Papier");
    public static readonly Erreur Papier = new("ACC-245", "Comptez les signatures de la feuille, de 0 à 2 000.", "Papier");
    public static readonly Erreur SansSignature = new("ACC-246", "Personne n’a signé : rien à fermer. Retirez ce registre si l’atelier n’a pas eu lieu.");
    public static readonly Erreur EncoreSigne = new("ACC-247", "Des personnes ont signé : ce registre ne se retire pas.");
    public static readonly Erreur ModifieEntreTemps = new("ACC-248", "Ce registre a changé entre-temps. Vos réponses sont toujours ici : comparez, puis enregistrez de nouveau.");
    public static readonly Erreur Inconnu = new("ACC-249", "Ce registre n’existe pas, ou il n’est pas à vous.", "registre");
    public static readonly Erreur Ouvert = new("ACC-250", "Fermez d’abord le registre : le nombre de signatures ne doit plus changer.", "registre");
    public static readonly Erreur DejaNote = new("ACC-251", "Ce registre a déjà son compte rendu.", "registre");
    public static readonly Erreur PasUnAtelier = new("ACC-252", "Un registre donne le compte rendu d’un atelier, et de rien d’autre.", "type");
    public static readonly Erreur SignatureInconnue = new("ACC-253", "Cette signature n’existe plus dans ce registre.");
    public static readonly Erreur PasVous = new("ACC-254", "Vous ne travaillez pas pour cette organisation : choisissez-en une d’abord.");
    public static readonly Erreur IdDejaPris = new("ACC-255", "Cette page a déjà servi. Ouvrez-la de nouveau, puis recommencez.");
}
