namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// Our own rules, stricter than the standard: what makes a place useless to somebody who needs it, or shows a mistake. They never block. What the
/// library of cleaning says of a value (codes NET-…) comes in addition.
/// </summary>
internal static class ReglesFaireAvec
{
    public const string SourceAbsente = "FA-SRC-01";
    public const string ServicesAbsents = "FA-SRV-01";
    public const string ServicesSansAccueil = "FA-SRV-02";
    public const string AccueilSansMoyen = "FA-ACC-01";
    public const string TypologieInconnue = "FA-TYP-01";
    public const string PositionIncomplete = "FA-POS-01";
    public const string PositionHorsDeFrance = "FA-POS-02";
    public const string PositionLoin = "FA-POS-03";
    public const string InseeInconnu = "FA-INS-01";
    public const string InseeAncien = "FA-INS-02";
    public const string PostalInconnu = "FA-CP-01";
    public const string PostalDUneAutreCommune = "FA-CP-02";
    public const string CommuneDUnAutreCode = "FA-COM-01";
    public const string DateFuture = "FA-DAT-01";
    public const string DateIncroyable = "FA-DAT-02";
    public const string HorairesNonCompris = "FA-HOR-01";
    public const string AdresseAvecCommune = "FA-ADR-01";
    public const string TexteAbime = "FA-TXT-01";
    public const string TexteBalise = "FA-TXT-02";
    public const string IdentifiantFragile = "FA-ID-01";
    public const string TelephoneDeBeaucoup = "FA-TEL-01";

    public static IEnumerable<Regle> Toutes { get; } =
    [
        new(IdentifiantFragile, Niveau.Avertissement, "Un identifiant ne contient ni barre oblique ni caractère invisible, et a 200 caractères au plus : il est dans des adresses."),
        new(SourceAbsente, Niveau.Avertissement, "La source est dite."),
        new(ServicesAbsents, Niveau.Avertissement, "Au moins un service est dit."),
        new(ServicesSansAccueil, Niveau.Avertissement, "Un lieu qui rend des services accueille du public."),
        new(AccueilSansMoyen, Niveau.Avertissement, "« Téléphoner », « Contacter par mail » et « Prendre un RDV en ligne » vont avec un téléphone, un courriel, une adresse de rendez-vous."),
        new(TypologieInconnue, Niveau.Avertissement, "Une typologie est un code de la table."),
        new(PositionIncomplete, Niveau.Avertissement, "Latitude et longitude vont ensemble."),
        new(PositionHorsDeFrance, Niveau.Avertissement, "La position est en France."),
        new(PositionLoin, Niveau.Avertissement, "La position est dans la commune, ou tout près."),
        new(InseeInconnu, Niveau.Avertissement, "Le code INSEE est celui d’une commune."),
        new(InseeAncien, Niveau.Avertissement, "Le code INSEE est celui d’une commune d’aujourd’hui."),
        new(PostalInconnu, Niveau.Avertissement, "Le code postal existe."),
        new(PostalDUneAutreCommune, Niveau.Avertissement, "Le code postal est de la commune, ou au moins de son département."),
        new(CommuneDUnAutreCode, Niveau.Avertissement, "Le nom de la commune est celui de son code INSEE ou postal."),
        new(DateFuture, Niveau.Avertissement, "Une date de mise à jour n’est pas à venir."),
        new(DateIncroyable, Niveau.Avertissement, "Une date de mise à jour est croyable : ni le zéro d’une machine, ni une date de remplissage."),
        new(HorairesNonCompris, Niveau.Avertissement, "Les horaires se comprennent."),
        new(AdresseAvecCommune, Niveau.Avertissement, "L’adresse ne répète pas le code postal."),
        new(TexteAbime, Niveau.Avertissement, "Les accents sont entiers : ni « Ã© », ni « � »."),
        new(TexteBalise, Niveau.Avertissement, "Un texte ne contient pas de balises HTML."),
        new(TelephoneDeBeaucoup, Niveau.Avertissement, "Un téléphone est celui de cinq lieux au plus."),
    ];
}
