using System.Collections.Frozen;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Every rule of the cleaning: a stable code, never given to another rule, and a French sentence for the producer of the file. The table of
/// README.md is checked against this one.
/// </summary>
internal static class Regles
{
    public const string TelFormat = "NET-TEL-01";
    public const string TelZeroPerdu = "NET-TEL-02";
    public const string TelSansPlus = "NET-TEL-03";
    public const string TelZeroEntreParentheses = "NET-TEL-04";
    public const string TelPrefixe00 = "NET-TEL-05";
    public const string TelIndicatifFaux = "NET-TEL-06";
    public const string TelMayotte = "NET-TEL-07";
    public const string TelLocal = "NET-TEL-08";
    public const string TelPlusieurs = "NET-TEL-09";
    public const string TelPoste = "NET-TEL-10";
    public const string TelTexte = "NET-TEL-11";
    public const string TelLettreO = "NET-TEL-12";
    public const string TelCourt = "NET-TEL-13";
    public const string TelColles = "NET-TEL-14";
    public const string TelIndicatifDouble = "NET-TEL-15";
    public const string TelTelecopie = "NET-TEL-16";
    public const string TelPlusDeTrop = "NET-TEL-17";
    public const string TelSansNumero = "NET-TEL-50";
    public const string TelZeros = "NET-TEL-51";
    public const string TelIncomplet = "NET-TEL-52";
    public const string TelTropDeChiffres = "NET-TEL-53";
    public const string TelForme = "NET-TEL-54";
    public const string TelTropLong = "NET-TEL-55";
    public const string TelMobile = "NET-TEL-70";

    public const string PivotSeparateurs = "NET-PIV-01";
    public const string PivotTexte = "NET-PIV-02";
    public const string PivotZeroPerdu = "NET-PIV-03";
    public const string PivotZeros = "NET-PIV-04";
    public const string PivotSiren = "NET-PIV-05";
    public const string PivotForme = "NET-PIV-50";
    public const string PivotCle = "NET-PIV-51";
    public const string PivotScientifique = "NET-PIV-52";

    public const string TexteEncodage = "NET-TXT-01";
    public const string TexteEspaces = "NET-TXT-02";
    public const string TexteHtml = "NET-TXT-03";
    public const string TexteNul = "NET-TXT-04";
    public const string TexteResume = "NET-TXT-05";
    public const string TexteCoupe = "NET-TXT-06";
    public const string TexteLettresPerdues = "NET-TXT-07";
    public const string TexteCourriel = "NET-TXT-70";
    public const string TexteMobile = "NET-TXT-71";

    public const string IdEcriture = "NET-ID-01";
    public const string IdManquant = "NET-ID-50";
    public const string IdTropLong = "NET-ID-51";
    public const string NomManquant = "NET-NOM-50";
    public const string NomTropLong = "NET-NOM-51";
    public const string NomDUnePersonne = "NET-NOM-70";
    public const string LigneIllisible = "NET-LIG-50";

    public const string CodePostalZero = "NET-CP-01";
    public const string CodePostalDecimales = "NET-CP-02";
    public const string CodePostalTexte = "NET-CP-03";
    public const string CodePostalTrouve = "NET-CP-04";
    public const string CodePostalCedex = "NET-CP-05";
    public const string CodePostalContredit = "NET-CP-06";
    public const string CodePostalDeduit = "NET-CP-07";
    public const string CodePostalInsee = "NET-CP-08";
    public const string CodePostalForme = "NET-CP-50";
    public const string CodePostalManquant = "NET-CP-51";
    public const string CodePostalCedexGarde = "NET-CP-52";
    public const string CodePostalDouteux = "NET-CP-53";

    public const string InseeZero = "NET-INS-01";
    public const string InseeEcriture = "NET-INS-02";
    public const string InseeDeduit = "NET-INS-03";
    public const string InseeFusion = "NET-INS-04";
    public const string InseeArrondissement = "NET-INS-05";
    public const string InseeContredit = "NET-INS-06";
    public const string InseeInconnu = "NET-INS-50";

    public const string CommuneEcriture = "NET-COM-01";
    public const string CommuneMentions = "NET-COM-02";
    public const string CommuneFaute = "NET-COM-03";
    public const string CommuneFusionnee = "NET-COM-04";
    public const string CommuneDuCode = "NET-COM-05";
    public const string CommuneDeduite = "NET-COM-06";
    public const string CommuneTrouvee = "NET-COM-07";
    public const string CommunePlusieurs = "NET-COM-50";
    public const string CommuneInconnue = "NET-COM-51";
    public const string CommuneContradiction = "NET-COM-52";
    public const string CommuneManquante = "NET-COM-53";

    public const string AdresseNul = "NET-ADR-01";
    public const string AdresseVille = "NET-ADR-02";
    public const string AdresseZero = "NET-ADR-03";
    public const string AdresseComplement = "NET-ADR-04";
    public const string AdresseVirgule = "NET-ADR-05";
    public const string AdresseTropLongue = "NET-ADR-50";
    public const string AdresseDUnePersonne = "NET-ADR-70";

    public const string CourrielEcriture = "NET-MEL-01";
    public const string CourrielDouble = "NET-MEL-02";
    public const string CourrielForme = "NET-MEL-50";
    public const string CourrielCoupe = "NET-MEL-53";
    public const string CourrielIncertain = "NET-MEL-51";
    public const string CourrielTropLong = "NET-MEL-52";
    public const string CourrielPersonnel = "NET-MEL-70";

    public const string UrlEcriture = "NET-URL-01";
    public const string UrlSansSchema = "NET-URL-02";
    public const string UrlDouble = "NET-URL-03";
    public const string UrlUneSeule = "NET-URL-04";
    public const string UrlForme = "NET-URL-50";
    public const string UrlSchema = "NET-URL-51";
    public const string UrlIdentifiants = "NET-URL-52";
    public const string UrlPrivee = "NET-URL-53";
    public const string UrlTropLongue = "NET-URL-54";

    public const string GeoVirgule = "NET-GEO-01";
    public const string GeoInversee = "NET-GEO-02";
    public const string GeoLambert = "NET-GEO-03";
    public const string GeoDegres = "NET-GEO-04";
    public const string GeoPaire = "NET-GEO-05";
    public const string GeoIllisible = "NET-GEO-50";
    public const string GeoZero = "NET-GEO-51";
    public const string GeoHorsDeFrance = "NET-GEO-52";
    public const string GeoEnMer = "NET-GEO-53";
    public const string GeoLoin = "NET-GEO-54";
    public const string GeoTresLoin = "NET-GEO-55";
    public const string GeoIncomplete = "NET-GEO-56";
    public const string GeoProjection = "NET-GEO-57";
    public const string GeoHorsLimites = "NET-GEO-58";

    public const string DateFormat = "NET-DAT-01";
    public const string DateHeure = "NET-DAT-02";
    public const string DateEpoque = "NET-DAT-03";
    public const string DateTableur = "NET-DAT-04";
    public const string DateSansJour = "NET-DAT-05";
    public const string DateIllisible = "NET-DAT-50";
    public const string DateImpossible = "NET-DAT-51";
    public const string DateZero = "NET-DAT-52";
    public const string DateFuture = "NET-DAT-53";
    public const string DateRemplissage = "NET-DAT-54";
    public const string DateAmericaine = "NET-DAT-55";

    public const string ListeEcriture = "NET-LIS-01";
    public const string ListeAncienne = "NET-LIS-02";
    public const string ListeFaute = "NET-LIS-03";
    public const string ListeColonne = "NET-LIS-04";
    public const string ListeDouble = "NET-LIS-05";
    public const string ListeDisparue = "NET-LIS-06";
    public const string ListeZrr = "NET-LIS-07";
    public const string ListeInconnue = "NET-LIS-50";
    public const string ListeTropLongue = "NET-LIS-51";

    /// <summary>All rules, in order.</summary>
    public static readonly IReadOnlyList<(string Code, string Phrase)> Toutes =
    [
        (TelFormat, "Le numéro est écrit au format international."),
        (TelZeroPerdu, "Le zéro du début avait été perdu : il est rétabli."),
        (TelSansPlus, "L’indicatif était écrit sans le signe plus."),
        (TelZeroEntreParentheses, "Le « (0) » est retiré du numéro."),
        (TelPrefixe00, "Le préfixe 00 est remplacé par le signe plus."),
        (TelIndicatifFaux, "L’indicatif ne correspondait pas au numéro : il est déduit du numéro."),
        (TelMayotte, "L’ancien indicatif de Mayotte (+269) est remplacé par +262."),
        (TelLocal, "L’indicatif du territoire est ajouté au numéro local."),
        (TelPlusieurs, "La case contient plusieurs numéros : le premier est gardé."),
        (TelPoste, "Le poste est séparé du numéro."),
        (TelTexte, "Le texte autour du numéro est retiré."),
        (TelLettreO, "La lettre O est lue comme un zéro."),
        (TelCourt, "Le numéro court est écrit sans espace."),
        (TelColles, "Des numéros étaient collés : ils sont séparés."),
        (TelIndicatifDouble, "L’indicatif était écrit deux fois."),
        (TelTelecopie, "Un numéro de télécopie n’est pas un téléphone : il est laissé de côté."),
        (TelPlusDeTrop, "Le signe plus devant un numéro français à dix chiffres est retiré."),
        (TelSansNumero, "La case ne contient pas de numéro de téléphone."),
        (TelZeros, "Le numéro n’est fait que de zéros : le téléphone est inconnu."),
        (TelIncomplet, "Le numéro est incomplet : il manque des chiffres."),
        (TelTropDeChiffres, "Le numéro a trop de chiffres."),
        (TelForme, "Aucun numéro de téléphone n’a cette forme."),
        (TelTropLong, "Le texte est trop long pour un numéro de téléphone."),
        (TelMobile, "Un numéro de mobile est le plus souvent celui d’une personne : il n’est pas publié."),

        (PivotSeparateurs, "Les espaces, points et tirets sont retirés du numéro."),
        (PivotTexte, "Le texte autour du numéro est retiré."),
        (PivotZeroPerdu, "Le zéro du début du SIRET avait été perdu : il est rétabli."),
        (PivotZeros, "Un numéro fait de zéros veut dire « inconnu »."),
        (PivotSiren, "C’est un SIREN (9 chiffres) : le SIRET (14 chiffres) désignerait le lieu lui-même."),
        (PivotForme, "Ce n’est ni un SIRET (14 chiffres), ni un RNA (W et 9 chiffres), ni un RIDET (7 à 10 chiffres, en Nouvelle-Calédonie)."),
        (PivotCle, "La clé du SIRET ou du SIREN est fausse : un chiffre est mal recopié."),
        (PivotScientifique, "Le tableur a écrit le SIRET en notation scientifique : ses derniers chiffres sont perdus. Mettez la colonne au format texte."),

        (TexteEncodage, "Le texte était lu dans un mauvais encodage : ses accents sont rétablis."),
        (TexteEspaces, "Les espaces en trop et les caractères invisibles sont retirés."),
        (TexteHtml, "Les balises et les codes HTML sont retirés, les retours à la ligne sont gardés."),
        (TexteNul, "Un mot qui veut dire « rien » (null, néant, un tiret…) n’est pas une valeur."),
        (TexteResume, "Le résumé dépasse 280 caractères : il passe dans la présentation détaillée ; ses premières phrases le remplacent si elles tiennent."),
        (TexteCoupe, "Le texte dépasse 20 000 caractères : la fin est coupée."),
        (TexteLettresPerdues, "Des lettres ont été perdues par un mauvais encodage (« � ») : redonnez le fichier en UTF-8."),
        (TexteCourriel, "L’adresse électronique d’une personne, dans un texte, n’est pas publiée."),
        (TexteMobile, "Un numéro de mobile, dans un texte, n’est pas publié."),

        (IdEcriture, "Les espaces et les barres de l’identifiant sont remplacés par des tirets."),
        (IdManquant, "L’identifiant manque."),
        (IdTropLong, "L’identifiant est trop long."),
        (NomManquant, "Le nom du lieu manque."),
        (NomTropLong, "Le nom du lieu est trop long."),
        (NomDUnePersonne, "Le nom d’une personne n’est pas celui d’un lieu : il n’est pas publié."),
        (LigneIllisible, "La ligne n’a pas pu être lue en un temps raisonnable."),

        (CodePostalZero, "Le zéro du début du code postal avait été perdu : il est rétabli."),
        (CodePostalDecimales, "Le code postal était écrit comme un nombre à virgule."),
        (CodePostalTexte, "Les espaces et le texte autour du code postal sont retirés."),
        (CodePostalTrouve, "Le code postal manquait : il est pris dans l’adresse ou dans la commune."),
        (CodePostalCedex, "Un code CEDEX est remplacé par le code postal de la commune."),
        (CodePostalContredit, "Le code postal n’est pas celui de la commune : il est corrigé."),
        (CodePostalDeduit, "Le code postal manquait : la commune n’en a qu’un."),
        (CodePostalInsee, "C’est un code INSEE : il passe dans sa colonne."),
        (CodePostalForme, "Un code postal a cinq chiffres."),
        (CodePostalManquant, "Le code postal manque, et la commune en a plusieurs."),
        (CodePostalCedexGarde, "Ce code est un code CEDEX ; la commune a plusieurs codes postaux : il est laissé."),
        (CodePostalDouteux, "Ce code postal n’est pas de cette commune."),

        (InseeZero, "Le zéro du début du code INSEE avait été perdu : il est rétabli."),
        (InseeEcriture, "Le code INSEE est écrit sur cinq caractères."),
        (InseeDeduit, "Le code INSEE manquait : il est déduit de la commune et du code postal."),
        (InseeFusion, "La commune a fusionné : le code INSEE est celui d’aujourd’hui."),
        (InseeArrondissement, "Le code INSEE devient celui de l’arrondissement."),
        (InseeContredit, "Le code INSEE contredisait le nom et le code postal, qui sont d’accord : il est corrigé."),
        (InseeInconnu, "Ce code INSEE n’existe pas."),

        (CommuneEcriture, "Le nom de la commune prend son écriture officielle."),
        (CommuneMentions, "Le CEDEX, la boîte postale, l’arrondissement ou le code postal sont retirés du nom de la commune."),
        (CommuneFaute, "Une faute dans le nom de la commune est corrigée d’après son code."),
        (CommuneFusionnee, "La commune a fusionné ou changé de nom : c’est son nom d’aujourd’hui."),
        (CommuneDuCode, "Ce nom n’est pas celui d’une commune de ce code (un lieu-dit, sans doute) : il est remplacé par celui de la commune."),
        (CommuneDeduite, "Le nom de la commune manquait : il est déduit de son code."),
        (CommuneTrouvee, "Le nom de la commune manquait : il est pris dans l’adresse, après le code postal."),
        (CommunePlusieurs, "Plusieurs communes sont possibles : rien n’est changé."),
        (CommuneInconnue, "Cette commune n’est pas connue."),
        (CommuneContradiction, "La commune, le code postal et le code INSEE ne sont pas d’accord : rien n’est changé."),
        (CommuneManquante, "La commune manque."),

        (AdresseNul, "Les guillemets et les mots sans sens sont retirés de l’adresse."),
        (AdresseVille, "Le code postal et la commune, répétés dans l’adresse, sont retirés."),
        (AdresseZero, "Un numéro zéro n’existe pas : il est retiré."),
        (AdresseComplement, "Le bâtiment, l’étage ou la boîte postale passent dans le complément d’adresse."),
        (AdresseVirgule, "La virgule après le numéro est retirée."),
        (AdresseTropLongue, "L’adresse est trop longue."),
        (AdresseDUnePersonne, "Le nom de la personne chez qui l’on est reçu n’est pas publié."),

        (CourrielEcriture, "L’adresse électronique est nettoyée (espaces, « mailto: », séparateurs, majuscules du domaine)."),
        (CourrielDouble, "La même adresse électronique était écrite deux fois."),
        (CourrielForme, "Ce n’est pas une adresse électronique valable."),
        (CourrielCoupe, "L’adresse électronique semble coupée par une espace : elle est laissée de côté."),
        (CourrielIncertain, "Cette adresse, chez un fournisseur grand public, ne dit pas si elle est celle d’un service : vérifiez qu’elle peut être publiée."),
        (CourrielTropLong, "La case contient trop d’adresses électroniques."),
        (CourrielPersonnel, "L’adresse électronique semble celle d’une personne : elle n’est pas publiée."),

        (UrlEcriture, "L’écriture de l’adresse web est réparée (protocole, nom du site)."),
        (UrlSansSchema, "L’adresse web n’avait pas de protocole : http:// est ajouté."),
        (UrlDouble, "La même adresse web était écrite deux fois."),
        (UrlUneSeule, "Une seule adresse web est attendue : la première est gardée."),
        (UrlForme, "Ce n’est pas une adresse web."),
        (UrlSchema, "Seules les adresses http et https sont acceptées."),
        (UrlIdentifiants, "L’adresse web contient un identifiant ou un mot de passe."),
        (UrlPrivee, "L’adresse web est celle d’un réseau privé."),
        (UrlTropLongue, "L’adresse web est trop longue, ou il y en a trop."),

        (GeoVirgule, "La virgule ou les espaces des coordonnées sont remplacés par un point."),
        (GeoInversee, "La latitude et la longitude étaient inversées."),
        (GeoLambert, "Les coordonnées étaient en Lambert-93 : elles sont converties en degrés."),
        (GeoDegres, "Les degrés, minutes et secondes sont convertis en degrés décimaux."),
        (GeoPaire, "Les deux coordonnées étaient dans la même case."),
        (GeoIllisible, "Les coordonnées ne sont pas lisibles."),
        (GeoZero, "La position 0, 0 est au large de l’Afrique : la position est inconnue."),
        (GeoHorsDeFrance, "La position est hors de France : elle est laissée de côté."),
        (GeoEnMer, "La position est en mer ou à l’étranger : elle est laissée de côté."),
        (GeoLoin, "La position est loin du centre de la commune."),
        (GeoTresLoin, "La position est si loin de la commune que l’une des deux est fausse : elle est laissée de côté."),
        (GeoIncomplete, "Il manque la latitude ou la longitude."),
        (GeoProjection, "Les coordonnées sont en mètres, dans une projection inconnue."),
        (GeoHorsLimites, "Une latitude va de −90 à 90, une longitude de −180 à 180."),

        (DateFormat, "La date est écrite AAAA-MM-JJ."),
        (DateHeure, "L’heure est retirée de la date, qui est celle de France."),
        (DateEpoque, "La date était un nombre de secondes depuis 1970."),
        (DateTableur, "La date était un numéro de jour de tableur."),
        (DateSansJour, "Le jour n’est pas écrit : c’est le premier du mois."),
        (DateIllisible, "La date n’est pas lisible : elle est inconnue."),
        (DateImpossible, "Ce jour n’existe pas : la date est inconnue."),
        (DateZero, "Une date d’avant 1991 est le zéro d’une machine : elle est inconnue."),
        (DateFuture, "La date est dans le futur : elle est inconnue."),
        (DateRemplissage, "Cette date est celle qui remplit les cases vides de la source : elle est inconnue."),
        (DateAmericaine, "Le jour et le mois semblent inversés : la date est inconnue."),

        (ListeEcriture, "La valeur prend l’écriture exacte de la liste."),
        (ListeAncienne, "La valeur de l’ancienne version du standard devient celle d’aujourd’hui."),
        (ListeFaute, "Une faute dans la valeur est corrigée."),
        (ListeColonne, "La valeur est rangée dans sa colonne."),
        (ListeDouble, "La même valeur était écrite deux fois."),
        (ListeDisparue, "Cette valeur de l’ancienne version n’a plus d’équivalent : elle est laissée de côté."),
        (ListeZrr, "Le zonage ZRR a pris fin le 1er juillet 2024 : il est retiré."),
        (ListeInconnue, "Cette valeur n’est pas dans la liste : elle est laissée de côté."),
        (ListeTropLongue, "La case est trop longue pour une liste."),
    ];

    private static readonly FrozenDictionary<string, string> ParCode = Toutes.ToFrozenDictionary(r => r.Code, r => r.Phrase, StringComparer.Ordinal);

    /// <summary>The sentence of a rule.</summary>
    public static string Phrase(string code) => ParCode[code];

    /// <summary>The same, or null when the cleaning has no such rule.</summary>
    public static string? Trouver(string code) => ParCode.GetValueOrDefault(code);
}
