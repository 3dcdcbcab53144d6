namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// The closed lists of the standard « lieux de médiation numérique » 1.0.2. The labels are keys: « Bibliothèques numérique de référence » keeps its
/// official spelling.
/// </summary>
internal static class Vocabulaire
{
    public const string Demarches = "Aide aux démarches administratives";
    public const string Outils = "Maîtrise des outils numériques du quotidien";
    public const string Emploi = "Insertion professionnelle via le numérique";
    public const string Securite = "Utilisation sécurisée du numérique";
    public const string Parentalite = "Parentalité et éducation avec le numérique";
    public const string Loisirs = "Loisirs et créations numériques";
    public const string Comprehension = "Compréhension du monde numérique";
    public const string Acces = "Accès internet et matériel informatique";
    public const string Materiel = "Acquisition de matériel informatique à prix solidaire";
    public const string Gratuit = "Gratuit";
    public const string SePresenter = "Se présenter";
    public const string Telephoner = "Téléphoner";

    public static readonly ListeFermee Services = new(Demarches, Outils, Emploi, Securite, Parentalite, Loisirs, Comprehension, Acces, Materiel);
    public static readonly ListeFermee Publics = new("Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes");
    public static readonly ListeFermee PrisesEnCharge = new("Surdité", "Handicaps moteurs", "Handicaps mentaux", "Illettrisme", "Langues étrangères (anglais)", "Langues étrangères (autres)", "Déficience visuelle");
    public static readonly ListeFermee Frais = new(Gratuit, "Gratuit sous condition", "Payant");
    public static readonly ListeFermee Itinerances = new("Itinérant", "Fixe");
    public static readonly ListeFermee Dispositifs = new("Aidants Connect", "Bibliothèques numérique de référence", "Certification PIX", "Conseillers numériques", "Emmaüs Connect", "France Services", "Grande école du numérique", "La Croix Rouge", "Point d'accès numérique CAF", "Promeneurs du net", "Relais numérique (Emmaüs Connect)");
    public static readonly ListeFermee Formations = new("Formé à « Mon Espace Santé »", "Formé à « DUPLEX » (illettrisme)", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)", "Collectif ressources et acteurs réemploi (Normandie)", "Étapes numériques (La Poste)", "Fabriques de Territoire", "Les Éclaireurs du numérique (Drôme)", "Mes Papiers (Métropole de Lyon)", "ORDI 3.0", "SUD LABS (PACA)");
    public static readonly ListeFermee ModalitesAcces = new(SePresenter, Telephoner, "Contacter par mail", "Envoyer un mail avec une fiche de prescription", "Prendre un RDV en ligne", "Ce lieu n'accueille pas de public");
    public static readonly ListeFermee Accompagnements = new("En autonomie", "Accompagnement individuel", "Dans un atelier collectif", "À distance");
    public static readonly ListeFermee Oui = new("oui");

    /// <summary>The closed lists, by column.</summary>
    public static readonly IReadOnlyDictionary<string, ListeFermee> ParColonne = new Dictionary<string, ListeFermee>(StringComparer.Ordinal)
    {
        ["services"] = Services,
        ["publics_specifiquement_adresses"] = Publics,
        ["prise_en_charge_specifique"] = PrisesEnCharge,
        ["frais_a_charge"] = Frais,
        ["itinerance"] = Itinerances,
        ["dispositif_programmes_nationaux"] = Dispositifs,
        ["formations_labels"] = Formations,
        ["modalites_acces"] = ModalitesAcces,
        ["modalites_accompagnement"] = Accompagnements,
    };
}
