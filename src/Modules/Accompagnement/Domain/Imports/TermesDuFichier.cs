using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>From the labels of the trade, as files write them, to our codes. Case, accents and signs don't count.</summary>
internal static class TermesDuFichier
{
    private static readonly char[] Separateurs = [',', ';', '|', '\n'];

    private static readonly FrozenDictionary<string, string> Types = Table(
        [.. TypesDActivite.Tous.Where(t => t.Mediation).Select(t => new Terme(t.Code, t.Libelle))],
        ("individuel", "Individuel"), ("individuel", "Accompagnement"), ("collectif", "Collectif"), ("collectif", "Atelier"), ("demarche", "Démarche"), ("demarche", "Accompagnement administratif"), ("individuel", "Ponctuel"), ("individuel", "Accompagnement ponctuel"));

    private static readonly FrozenDictionary<string, string> Lieux = Table(Listes.TypesDeLieu.Termes, (Listes.LieuActivite, "Lieu"), (Listes.LieuActivite, "Sur place"), (Listes.LieuActivite, "En présentiel"), (Listes.Domicile, "Domicile"), (Listes.ADistance, "Distance"), (Listes.ADistance, "Téléphone"), (Listes.ADistance, "Visio"), (Listes.AutreLieu, "Autre"));

    private static readonly FrozenDictionary<string, string> Themes = Table([.. Thematiques.Mediation.Termes, .. Thematiques.Administratives.Termes],
        ("email", "Courriel"), ("email", "Mail"), ("intelligence_artificielle", "Intelligence artificielle"), ("intelligence_artificielle", "IA"), (Thematiques.AideAuxDemarches, "Démarches administratives"), (Thematiques.AideAuxDemarches, "Démarche administrative"), ("securite_numerique", "Sécurité numérique"), ("reseaux_sociaux", "Réseaux sociaux"), ("navigation_sur_internet", "Internet"));

    private static readonly FrozenDictionary<string, string> Materiels = Table(Listes.Materiels.Termes, ("aucun", "Aucun"), ("telephone", "Smartphone"));

    private static readonly FrozenDictionary<string, string> Genres = Table(Listes.Genres.Termes, ("feminin", "F"), ("feminin", "Femme"), ("masculin", "M"), ("masculin", "H"), ("masculin", "Homme"), (Listes.NonCommunique, "Inconnu"));

    private static readonly FrozenDictionary<string, string> Ages = Table(Listes.Ages.Termes, ("70_et_plus", "Plus de 70 ans"), (Listes.NonCommunique, "Inconnu"));

    private static readonly FrozenDictionary<string, string> Statuts = Table(Listes.Statuts.Termes, (Listes.NonCommunique, "Non communiqué"), (Listes.NonCommunique, "Hétérogène"), (Listes.NonCommunique, "Inconnu"), ("retraite", "Retraitée"), ("retraite", "Retraite"), ("scolarise", "Scolarisée"), ("scolarise", "Étudiant"));

    private static readonly FrozenDictionary<string, string> Niveaux = Table(Listes.NiveauxDAtelier.Termes);

    private static readonly FrozenDictionary<string, string> Redirections = Table(Listes.StructuresDeRedirection.Termes);

    private static readonly FrozenDictionary<string, string> Autonomies = Table(Listes.Autonomies.Termes, ("guidee", "1/3"), ("guidee_au_besoin", "2/3"), ("autonome", "3/3"));

    public static string? Type(string texte) => Types.GetValueOrDefault(TexteRecherche.Normaliser(texte));

    public static string? Lieu(string texte) => Lieux.GetValueOrDefault(TexteRecherche.Normaliser(texte));

    public static string? Genre(string texte) => Genres.GetValueOrDefault(TexteRecherche.Normaliser(texte));

    public static string? Age(string texte) => Ages.GetValueOrDefault(TexteRecherche.Normaliser(texte));

    public static string? Statut(string texte) => Statuts.GetValueOrDefault(TexteRecherche.Normaliser(texte));

    public static string? Niveau(string texte) => Niveaux.GetValueOrDefault(TexteRecherche.Normaliser(texte));

    public static string? Redirection(string texte) => Redirections.GetValueOrDefault(TexteRecherche.Normaliser(texte));

    /// <summary>« 2/3 », « 2 », the label, or stars.</summary>
    public static string? Autonomie(string texte) => Autonomies.GetValueOrDefault(TexteRecherche.Normaliser(texte)) ?? texte.Count(c => c is '★' or '⭐') switch
    {
        > 0 and <= 3 and var etoiles => Listes.Autonomies.Codes[etoiles - 1],
        _ => texte.Trim() is ['1' or '2' or '3'] and [var chiffre] ? Listes.Autonomies.Codes[chiffre - '1'] : null,
    };

    public static bool? OuiOuNon(string texte) => TexteRecherche.Normaliser(texte) switch { "oui" or "true" or "vrai" or "1" or "x" => true, "non" or "false" or "faux" or "0" => false, _ => null };

    /// <summary>The themes of a cell, and the words that are none.</summary>
    public static (IReadOnlyList<string> Codes, IReadOnlyList<string> Inconnus) LireLesThemes(string texte) => Plusieurs(texte, Themes);

    public static (IReadOnlyList<string> Codes, IReadOnlyList<string> Inconnus) LireLesMateriels(string texte) => Plusieurs(texte, Materiels);

    /// <summary>The values of a cell that holds several.</summary>
    public static string[] Separer(string? texte) => texte?.Split(Separateurs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static (IReadOnlyList<string> Codes, IReadOnlyList<string> Inconnus) Plusieurs(string texte, FrozenDictionary<string, string> table)
    {
        var (codes, inconnus) = (new List<string>(), new List<string>());
        foreach (var mot in Separer(texte))
        {
            if (!table.TryGetValue(TexteRecherche.Normaliser(mot), out var code))
            {
                inconnus.Add(mot);
            }
            else if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return (codes, inconnus);
    }

    // A label first: « Santé » is a theme before it is anything else. Codes last.
    private static FrozenDictionary<string, string> Table(IReadOnlyList<Terme> termes, params (string Code, string Libelle)[] autres) =>
        termes.Select(t => (t.Code, t.Libelle)).Concat(autres).Concat(termes.Select(t => (t.Code, Libelle: t.Code.Replace('_', ' ')))).Select(t => (t.Code, Nom: TexteRecherche.Normaliser(t.Libelle))).DistinctBy(t => t.Nom).ToFrozenDictionary(t => t.Nom, t => t.Code, StringComparer.Ordinal);
}
