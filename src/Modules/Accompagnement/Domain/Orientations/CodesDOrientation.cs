using System.Collections.Frozen;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>The closed lists of an orientation: their codes. The words are under « {List}.{code} ».</summary>
internal static class CodesDOrientation
{
    /// <summary>How it ended.</summary>
    public static IReadOnlyList<string> Resultats { get; } = ["resolu", "en_cours", Reoriente, "sans_suite", "perdu_de_vue"];

    public const string Reoriente = "reoriente";

    /// <summary>Why the receiver can't.</summary>
    public static IReadOnlyList<string> MotifsDeRefus { get; } = ["complet", "ferme", "pas_competent", "hors_secteur", "langue", "autre"];

    /// <summary>The person changed their mind.</summary>
    public const string Retrait = "retrait";

    public static IReadOnlyList<string> Disponibilites { get; } = ["matin", "apres_midi", "soir", "samedi"];

    /// <summary>ISO 639-1, and French sign language. French isn't asked.</summary>
    public static IReadOnlyList<string> Langues { get; } = ["ar", "en", "es", "pt", "tr", "ru", "uk", "ro", "zh", "fa", "ps", "ta", "bn", "so", "ti", "sq", "lsf"];

    /// <summary>What the welcome must provide for, each with the label of the standard of places. Never a diagnosis.</summary>
    public static IReadOnlyList<(string Code, string Libelle)> Amenagements { get; } =
    [
        ("surdite", "Surdité"),
        ("moteur", "Handicaps moteurs"),
        ("mental", "Handicaps mentaux"),
        ("visuel", "Déficience visuelle"),
        ("illettrisme", "Illettrisme"),
        ("anglais", "Langues étrangères (anglais)"),
        ("langues", "Langues étrangères (autres)"),
    ];

    private static readonly FrozenDictionary<string, string> LibellesDAmenagement = Amenagements.ToFrozenDictionary(a => a.Code, a => a.Libelle, StringComparer.Ordinal);

    public static string? LibelleDAmenagement(string? code) => code is null ? null : LibellesDAmenagement.GetValueOrDefault(code);
}
