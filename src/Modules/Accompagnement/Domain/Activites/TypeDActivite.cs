namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>What a médiateur records. Rules of each: <see cref="TypesDActivite"/>.</summary>
internal enum TypeDActivite
{
    /// <summary>One person is helped to learn or to do.</summary>
    Individuel,

    /// <summary>One person is helped with an administrative procedure.</summary>
    Demarche,

    /// <summary>A workshop.</summary>
    Collectif,

    /// <summary>A coordinator animates a network.</summary>
    Animation,

    /// <summary>A coordinator prepares or holds an event.</summary>
    Evenement,

    /// <summary>A coordinator builds a partnership.</summary>
    Partenariat,
}

/// <summary>What each type asks for, on one screen.</summary>
/// <param name="Type">The type.</param>
/// <param name="Code">Outside the code.</param>
/// <param name="Libelle">The exact label.</param>
/// <param name="Mediation">True when people are helped: place, theme and posture are then required.</param>
/// <param name="Duree">True when a duration is required.</param>
internal sealed record RegleDeType(TypeDActivite Type, string Code, string Libelle, bool Mediation, bool Duree);

/// <summary>The table of the types.</summary>
internal static class TypesDActivite
{
    public static IReadOnlyList<RegleDeType> Tous { get; } =
    [
        new(TypeDActivite.Individuel, "individuel", "Accompagnement individuel", Mediation: true, Duree: true),
        new(TypeDActivite.Demarche, "demarche", "Démarche administrative", Mediation: true, Duree: true),
        new(TypeDActivite.Collectif, "collectif", "Atelier collectif", Mediation: true, Duree: true),
        new(TypeDActivite.Animation, "animation", "Animation", Mediation: false, Duree: true),
        new(TypeDActivite.Evenement, "evenement", "Évènement", Mediation: false, Duree: true),
        // The tool that people leave records no duration here.
        new(TypeDActivite.Partenariat, "partenariat", "Partenariat", Mediation: false, Duree: false),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Tous.Select(t => t.Code)];

    public static RegleDeType? Lire(string? code) => Tous.FirstOrDefault(t => t.Code == code);

    public static RegleDeType Regle(this TypeDActivite type) => Tous[(int)type];

    public static bool EstDeMediation(this TypeDActivite type) => type.Regle().Mediation;
}
