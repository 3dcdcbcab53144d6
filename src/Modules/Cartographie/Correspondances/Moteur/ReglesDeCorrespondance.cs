using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>The rules of a mapping that change a value, beside those of the cleaning: a stable code and a French sentence.</summary>
internal static class ReglesDeCorrespondance
{
    public const string CommuneNommee = "COR-01";
    public const string LettrePerdue = "COR-02";
    public const string Horaires = "COR-03";

    private static readonly Dictionary<string, string> Phrases = new(StringComparer.Ordinal)
    {
        [CommuneNommee] = "La commune est celle que le nom ou l’adresse nomme, parmi celles qui sont possibles.",
        [LettrePerdue] = "Le texte a perdu des lettres dans le fichier : il est laissé de côté.",
        [Horaires] = "Les horaires sont réécrits au format OpenStreetMap.",
    };

    /// <summary>The sentence of a rule, of a mapping or of the cleaning.</summary>
    public static string Phrase(string code) => Phrases.GetValueOrDefault(code) ?? Regles.Phrase(code);

    /// <summary>The same, or null when no rule has this code.</summary>
    public static string? Trouver(string code) => Phrases.GetValueOrDefault(code) ?? Regles.Trouver(code);
}
