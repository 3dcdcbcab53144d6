namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>
/// How the time of an act was shared, in hundredths: doing in the person's place, doing with them, letting them do it. Always 100 in all. Three shares
/// and never one figure: no posture is worth a mark.
/// </summary>
/// <param name="ALaPlace">Faire à la place.</param>
/// <param name="Avec">Faire avec.</param>
/// <param name="Faire">Faire faire.</param>
internal readonly record struct Posture(int ALaPlace, int Avec, int Faire)
{
    public const int Total = 100;

    /// <summary>True when the three make a share of the time: each from 0 to 100, 100 in all.</summary>
    public bool Juste => ALaPlace is >= 0 and <= Total && Avec is >= 0 and <= Total && Faire is >= 0 and <= Total && ALaPlace + Avec + Faire == Total;
}

/// <summary>A share of the time at one touch.</summary>
/// <param name="Code">In forms and in the API.</param>
/// <param name="Libelle">On screen.</param>
/// <param name="Posture">Its shares.</param>
internal sealed record PostureToutePrete(string Code, string Libelle, Posture Posture);

/// <summary>The three of the screen: most of the time is one posture, and nothing is ever pure.</summary>
internal static class PosturesToutesPretes
{
    public static IReadOnlyList<PostureToutePrete> Toutes { get; } =
    [
        new("a_la_place", "Surtout à sa place", new(70, 20, 10)),
        new("avec", "Surtout avec", new(10, 60, 30)),
        new("faire", "Surtout par la personne", new(0, 30, 70)),
    ];

    public static PostureToutePrete? Lire(string? code) => Toutes.FirstOrDefault(p => p.Code == code);

    /// <summary>Its name, when these shares are one of them.</summary>
    public static string? Code(Posture posture) => Toutes.FirstOrDefault(p => p.Posture == posture)?.Code;
}
