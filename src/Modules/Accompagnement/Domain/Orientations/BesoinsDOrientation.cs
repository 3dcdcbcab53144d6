using System.Collections.Frozen;
using static FaireAvec.Accompagnement.Domain.Orientations.Metier;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>The closed list of needs, in its order on screen. A code is never used again for something else.</summary>
internal static class BesoinsDOrientation
{
    public const string Apprendre = "apprendre_bases";
    public const string Demarche = "demarche_en_ligne";
    public const string Culture = "culture_numerique";
    public const string Materiel = "materiel";
    public const string AccesAuxDroits = "acces_aux_droits";
    public const string AccesAuDroit = "acces_au_droit";
    public const string OuvertureDesDroits = "ouverture_des_droits";
    public const string DemarcheBloquee = "demarche_bloquee";
    public const string Francais = "francais";
    public const string Amenagement = "amenagement";
    public const string Harcelement = "risque_harcelement";
    public const string Desinformation = "risque_desinformation";
    public const string Emprise = "risque_emprise";
    public const string Argent = "risque_argent";

    // Labels of the standard of places.
    private const string Outils = "Maîtrise des outils numériques du quotidien";
    private const string AideAuxDemarches = "Aide aux démarches administratives";
    private const string Comprehension = "Compréhension du monde numérique";
    private const string Loisirs = "Loisirs et créations numériques";
    private const string Securite = "Utilisation sécurisée du numérique";
    private const string AccesInternet = "Accès internet et matériel informatique";
    private const string Solidaire = "Acquisition de matériel informatique à prix solidaire";

    public static IReadOnlyList<BesoinDOrientation> Tous { get; } =
    [
        new(Apprendre, FamilleDeBesoin.Apprendre, "device-mobile", [MediationNumerique], [Outils], [], []),
        new(Demarche, FamilleDeBesoin.Apprendre, "file-text", [MediationNumerique, FranceServices], [AideAuxDemarches], [], []),
        new(Culture, FamilleDeBesoin.Apprendre, "world", [MediationNumerique], [Comprehension, Loisirs], [], []),
        new(AccesAuxDroits, FamilleDeBesoin.AccesAuxDroits, "building-community", [FranceServices, Operateur], [AideAuxDemarches], ["France Services"], ["allo_service_public"]),
        new(OuvertureDesDroits, FamilleDeBesoin.OuvertureDesDroits, "heart-handshake", [TravailSocial, Operateur], [], [], []),
        new(DemarcheBloquee, FamilleDeBesoin.AccesAuxDroits, "hand-stop", [Operateur, DelegueDuDefenseur, FranceServices], [], ["France Services"], ["defenseur_des_droits"]),
        new(AccesAuDroit, FamilleDeBesoin.AccesAuDroit, "book", [PointJustice], [], [], ["point_justice"]),
        new(Materiel, FamilleDeBesoin.Equiper, "device-laptop", [Reemploi, MediationNumerique], [Solidaire, AccesInternet], [], []),
        new(Francais, FamilleDeBesoin.LireEtParler, "language", [FormationDeBase, MediationNumerique], [], [], ["illettrisme"]),
        new(Amenagement, FamilleDeBesoin.Apprendre, "wheelchair", [LieuAdapte, MediationNumerique], [Outils], [], []),
        new(Harcelement, FamilleDeBesoin.ConduitesARisque, "shield-lock", [MediationNumerique, Ecoute], [Securite], [], ["harcelement_numerique", "victimes"]),
        new(Desinformation, FamilleDeBesoin.ConduitesARisque, "eye", [MediationNumerique], [Comprehension], [], []),
        new(Emprise, FamilleDeBesoin.ConduitesARisque, "users", [TravailSocial, Ecoute, MediationNumerique], [Securite], [], ["victimes"]),
        new(Argent, FamilleDeBesoin.ConduitesARisque, "currency-euro", [MediationNumerique, TravailSocial, Ecoute], [Securite], [], ["arnaques"]),
    ];

    private static readonly FrozenDictionary<string, BesoinDOrientation> ParCode = Tous.ToFrozenDictionary(b => b.Code, StringComparer.Ordinal);

    public static BesoinDOrientation? De(string? code) => code is not null && ParCode.TryGetValue(code, out var besoin) ? besoin : null;

    /// <summary>True when this trade answers this need: the competence that the sending asks for.</summary>
    public static bool Repond(Metier metier, string? code) => De(code)?.Metiers.Contains(metier) == true;
}
