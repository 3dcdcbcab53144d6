using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// The closed lists of the standard, with the values of its version 0 that files still hold (<see cref="ConversionV0"/>), and other words met for the same things.
/// </summary>
internal static class ListesDuStandard
{
    public static readonly Libelles Services = Liste("services", Vocabulaire.Services.Libelles);

    public static readonly Libelles Publics = Liste(
        "publics_specifiquement_adresses", Vocabulaire.Publics.Libelles,
        ("Tout public", null),
        ("Tous publics", null));

    public static readonly Libelles PrisesEnCharge = Liste("prise_en_charge_specifique", Vocabulaire.PrisesEnCharge.Libelles);

    public static readonly Libelles Frais = Liste(
        "frais_a_charge", Vocabulaire.Frais.Libelles,
        ("Pass numérique", null));

    public static readonly Libelles Itinerances = Liste("itinerance", Vocabulaire.Itinerances.Libelles);

    public static readonly Libelles Dispositifs = Liste(
        "dispositif_programmes_nationaux", Vocabulaire.Dispositifs.Libelles,
        ("Conseiller numérique", "Conseillers numériques"),
        ("Conseillers numériques France Services", "Conseillers numériques"),
        ("Bibliothèque numérique de référence", "Bibliothèques numérique de référence"),
        ("Bibliothèques numériques de référence", "Bibliothèques numérique de référence"));

    public static readonly Libelles Formations = Liste(
        "formations_labels", Vocabulaire.Formations.Libelles,
        ("Fabrique de Territoire", "Fabriques de Territoire"));

    public static readonly Libelles ModalitesAcces = Liste("modalites_acces", Vocabulaire.ModalitesAcces.Libelles);

    public static readonly Libelles Accompagnements = Liste("modalites_accompagnement", Vocabulaire.Accompagnements.Libelles);

    public static readonly Libelles Typologies = new(
        "typologie",
        """
        ACI ACIPHC AFPA AI ASE ASSO ASSO_CHOMEUR Autre AVIP BIB CAARUD CADA CAF CAP_EMPLOI CAVA CC CCAS CCONS CD CDAS CFP CHRS CHU CIAS CIDFF CITMET CMP CMS CPAM CPH CS CSAPA CSC DEETS DEPT DIPLP
        E2C EA EATT EI EITI ENM EPCI EPI EPIDE EPN ES ESAT ESS ETTI EVS FABLAB FABRIQUE FAIS FT GEIQ HUDA LA_POSTE MDE MDEF MDH MDPH MDS MJC ML MQ MSA MSAP MUNI OACAS ODC OF OIL OPCS PAD PENSION PI
        PIJ_BIJ PIMMS PJJ PLIE PREF PREVENTION REG RELAIS_LECTURE RESSOURCERIE RFS RS_FJT SCP SPIP TIERS_LIEUX UDAF
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        ("PE", "FT"));

    private static Libelles Liste(string champ, IEnumerable<string> libelles, params (string Valeur, string? Libelle)[] autresMots) =>
        new(champ, libelles, [.. ConversionV0.Livree.VersLaColonne(champ).Select(v => (v.Ancienne.Entier ? v.Ancienne.Debut : v.Ancienne.Debut + '…', v.Libelle)), .. autresMots]);
}
