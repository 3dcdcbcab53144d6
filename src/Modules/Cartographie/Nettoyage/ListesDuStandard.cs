using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>The closed lists of the standard with the values of its version 0 (2022) that files still hold.</summary>
internal static class ListesDuStandard
{
    public static readonly Libelles Services = new(
        "services", Vocabulaire.Services.Libelles,
        ("Devenir autonome dans les démarches…", Vocabulaire.Demarches),
        ("Réaliser des démarches…", Vocabulaire.Demarches),
        ("Accompagner les démarches de santé…", Vocabulaire.Demarches),
        ("Prendre en main un smartphone…", Vocabulaire.Outils),
        ("Prendre en main un ordinateur…", Vocabulaire.Outils),
        ("Utiliser le numérique au quotidien…", Vocabulaire.Outils),
        ("Approfondir ma culture numérique…", Vocabulaire.Comprehension),
        ("Promouvoir la citoyenneté numérique…", Vocabulaire.Comprehension),
        ("Favoriser mon insertion professionnelle…", Vocabulaire.Emploi),
        ("Créer et développer mon entreprise…", Vocabulaire.Emploi),
        ("Accéder à une connexion internet…", Vocabulaire.Acces),
        ("Accéder à du matériel…", Vocabulaire.Acces),
        ("S'équiper en matériel informatique…", Vocabulaire.Materiel),
        ("Créer avec le numérique…", Vocabulaire.Loisirs),
        ("Soutenir la parentalité et l'éducation…", Vocabulaire.Parentalite));

    public static readonly Libelles Publics = new(
        "publics_specifiquement_adresses", Vocabulaire.Publics.Libelles,
        ("Familles/enfants", "Familles et/ou enfants"),
        ("Jeunes (16-26 ans)…", "Jeunes"),
        ("Seniors (+ 65 ans)…", "Seniors"),
        ("Uniquement femmes", "Femmes"),
        ("Adultes", null),
        ("Tout public", null),
        ("Tous publics", null));

    public static readonly Libelles PrisesEnCharge = new(
        "prise_en_charge_specifique", Vocabulaire.PrisesEnCharge.Libelles,
        ("Handicaps mentaux…", "Handicaps mentaux"),
        ("Handicaps psychiques…", "Handicaps mentaux"),
        ("Public langues étrangères…", "Langues étrangères (autres)"),
        ("Langues étrangères", "Langues étrangères (autres)"),
        ("Personnes en situation d'illettrisme…", "Illettrisme"),
        ("Situation d'illettrisme", "Illettrisme"));

    public static readonly Libelles Frais = new(
        "frais_a_charge", Vocabulaire.Frais.Libelles,
        ("Gratuit sous condition : La gratuité…", "Gratuit sous condition"),
        ("Gratuit : Je peux…", "Gratuit"),
        ("Payant : L'accès…", "Payant"),
        ("Adhésion…", "Gratuit sous condition"),
        ("Accepte le Pass numérique…", null),
        ("Pass numérique", null));

    public static readonly Libelles Itinerances = new("itinerance", Vocabulaire.Itinerances.Libelles);

    public static readonly Libelles Dispositifs = new(
        "dispositif_programmes_nationaux", Vocabulaire.Dispositifs.Libelles,
        ("CNFS", "Conseillers numériques"),
        ("Conseiller numérique", "Conseillers numériques"),
        ("Conseillers numériques France Services", "Conseillers numériques"),
        ("Grandes écoles du numérique", "Grande école du numérique"),
        ("Point relais CAF", "Point d'accès numérique CAF"),
        ("Point numérique CAF", "Point d'accès numérique CAF"),
        ("Bibliothèque numérique de référence", "Bibliothèques numérique de référence"),
        ("Bibliothèques numériques de référence", "Bibliothèques numérique de référence"),
        ("APTIC", null),
        ("Relais pôle emploi", null),
        ("French Tech", null),
        ("Campus connecté", null));

    public static readonly Libelles Formations = new(
        "formations_labels", Vocabulaire.Formations.Libelles,
        ("Fabrique de Territoire", "Fabriques de Territoire"));

    public static readonly Libelles ModalitesAcces = new("modalites_acces", Vocabulaire.ModalitesAcces.Libelles);

    public static readonly Libelles Accompagnements = new(
        "modalites_accompagnement", Vocabulaire.Accompagnements.Libelles,
        ("Seul", "En autonomie"),
        ("Seul : j'ai accès…", "En autonomie"),
        ("Avec de l'aide…", "Accompagnement individuel"),
        ("Dans un atelier…", "Dans un atelier collectif"),
        ("A ma place…", "Accompagnement individuel"));

    public static readonly Libelles Typologies = new(
        "typologie",
        """
        ACI ACIPHC AFPA AI ASE ASSO ASSO_CHOMEUR Autre AVIP BIB CAARUD CADA CAF CAP_EMPLOI CAVA CC CCAS CCONS CD CDAS CFP CHRS CHU CIAS CIDFF CITMET CMP CMS CPAM CPH CS CSAPA CSC DEETS DEPT DIPLP
        E2C EA EATT EI EITI ENM EPCI EPI EPIDE EPN ES ESAT ESS ETTI EVS FABLAB FABRIQUE FAIS FT GEIQ HUDA LA_POSTE MDE MDEF MDH MDPH MDS MJC ML MQ MSA MSAP MUNI OACAS ODC OF OIL OPCS PAD PENSION PI
        PIJ_BIJ PIMMS PJJ PLIE PREF PREVENTION REG RELAIS_LECTURE RESSOURCERIE RFS RS_FJT SCP SPIP TIERS_LIEUX UDAF
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        ("PE", "FT"));
}
