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
    ];

    private static readonly FrozenDictionary<string, string> ParCode = Toutes.ToFrozenDictionary(r => r.Code, r => r.Phrase, StringComparer.Ordinal);

    /// <summary>The sentence of a rule.</summary>
    public static string Phrase(string code) => ParCode[code];
}
