using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>The expected failures about what is done outside the place: ACC-200 to ACC-229. A code is never used again.</summary>
internal static class ErreursAllerVers
{
    public static readonly Erreur DateManque = new("ACC-200", "Écrivez la date, par exemple 25/11/2026.", "date");
    public static readonly Erreur DateFuture = new("ACC-201", "La date est dans le futur : notez l’action quand elle a eu lieu.", "date");
    public static readonly Erreur DateAvantVous = new("ACC-202", "À cette date, vous ne travailliez pas encore pour cette organisation.", "date");
    public static readonly Erreur DureeManque = new("ACC-203", "Choisissez une durée, de 1 minute à 23 h 59.", "duree");
    public static readonly Erreur LieuInconnu = new("ACC-204", "Choisissez un lieu de la liste. Celui-ci n’est pas connu, ou il n’est plus ouvert.", "lieu");
    public static readonly Erreur CommuneManque = new("ACC-205", "Choisissez la commune dans la liste.", "commune");
    public static readonly Erreur Motif = new("ACC-206", "Choisissez ce qui a donné envie de parler avec vous.", "motif", ListesDAllerVers.Motifs.Codes);
    public static readonly Erreur AutreMotif = new("ACC-207", "Dites en quelques mots ce qui a donné envie de parler avec vous.", "autre_motif");
    public static readonly Erreur ContactesManquent = new("ACC-208", "Écrivez combien de personnes vous avez rencontrées, de 1 à 5 000.", "contactes");
    public static readonly Erreur Nombre = new("ACC-209", "Écrivez un nombre de 0 à 5 000, ou laissez vide si vous ne savez pas encore.");
    public static readonly Erreur PlusQueContient = new("ACC-210", "Il y a plus de personnes ici que dans « {0} », qui les contient.");
    public static readonly Erreur TropDeReponses = new("ACC-211", "Il y a plus de réponses que de personnes rencontrées.", "renonce_oui");
    public static readonly Erreur TropDeSuites = new("ACC-212", "Il y a plus de réponses que de personnes qui ont renoncé.", "faite_oui");
    public static readonly Erreur TexteTropLong = new("ACC-213", "Ce texte est trop long : {0} caractères au plus.");
    public static readonly Erreur TexteRefuse = new("ACC-214", "Les personnes rencontrées ne laissent ni nom ni coordonnées : retirez le téléphone, l’adresse, le numéro ou le mot de passe.");
    public static readonly Erreur PartenaireInconnu = new("ACC-215", "Choisissez un partenaire de votre liste.", "partenaire");
    public static readonly Erreur ConfigurationInconnue = new("ACC-216", "Choisissez une configuration de votre liste.", "configuration");
    public static readonly Erreur RappelSansPartenaire = new("ACC-217", "Choisissez le partenaire à rappeler.", "partenaire");
    public static readonly Erreur RappelDate = new("ACC-218", "Le rappel vient après l’action, dans l’année qui suit.", "rappel");
    public static readonly Erreur ModifieeEntreTemps = new("ACC-219", "Cette action a été modifiée entre-temps. Ouvrez-la dans un autre onglet pour voir ce qui a changé ; vos réponses sont toujours ici.");
    public static readonly Erreur Supprimee = new("ACC-220", "Cette action a été supprimée. Rétablissez-la d’abord.");
    public static readonly Erreur PasVous = new("ACC-221", "À cette date, vous ne notiez pas d’activités pour cette organisation.", "date");
    public static readonly Erreur NomDePartenaire = new("ACC-222", "Écrivez le nom de la structure, 120 caractères au plus.", "nom");
    public static readonly Erreur NatureDePartenaire = new("ACC-223", "Choisissez de quelle sorte de structure il s’agit.", "nature", ListesDAllerVers.NaturesDePartenaire.Codes);
    public static readonly Erreur NomDejaPris = new("ACC-224", "Ce nom est déjà dans votre liste. Choisissez-en un autre, ou rétablissez celui que vous aviez retiré.", "nom");
    public static readonly Erreur ListePleine = new("ACC-225", "Votre liste est pleine. Retirez ce qui ne sert plus.", "nom");
    public static readonly Erreur Orientees = new("ACC-226", "Écrivez combien de personnes sont venues de sa part, de 1 à 500.", "personnes");
    public static readonly Erreur NomDeConfiguration = new("ACC-227", "Donnez un nom à cette configuration, 80 caractères au plus.", "nom");
    public static readonly Erreur Taille = new("ACC-228", "Écrivez un nombre de personnes de 1 à 500, ou laissez vide.", "taille");
    public static readonly Erreur HorsListe = new("ACC-229", "Choisissez une réponse de la liste.");

    public static Erreur TropLong(string champ, int max) => TexteTropLong with { Champ = champ, Message = string.Format(System.Globalization.CultureInfo.InvariantCulture, TexteTropLong.Message, max) };

    public static Erreur Depasse(string champ, string contenant) => PlusQueContient with { Champ = champ, Message = string.Format(System.Globalization.CultureInfo.InvariantCulture, PlusQueContient.Message, contenant) };
}
