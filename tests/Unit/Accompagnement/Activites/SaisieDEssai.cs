using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Tests.Unit.Accompagnement.Activites;

/// <summary>An act of the usual kind, and the médiateur's day around it: each test changes what it looks at.</summary>
internal static class SaisieDEssai
{
    public static readonly DateOnly Aujourdhui = new(2026, 11, 25);

    public static SaisieDActivite Usuelle { get; } = new()
    {
        Type = "individuel",
        Date = Aujourdhui,
        DureeMinutes = 45,
        TypeDeLieu = Listes.LieuActivite,
        Lieu = "exemple_1",
        Thematiques = ["email"],
        Posture = new Posture(10, 60, 30),
    };

    public static SaisieDActivite Atelier { get; } = Usuelle with { Type = "collectif", Effectifs = new Effectifs { Total = 8 } };

    public static ContexteDeSaisie Contexte { get; } = new()
    {
        Id = Guid.Parse("01a21000-0000-7000-8000-0000000000a1"),
        Auteur = Guid.Parse("01a21000-0000-7000-8000-0000000000a2"),
        Organisation = Guid.Parse("01a21000-0000-7000-8000-0000000000a3"),
        Maintenant = new DateTimeOffset(2026, 11, 25, 15, 0, 0, TimeSpan.Zero),
        Aujourdhui = Aujourdhui,
        PremierJour = new DateOnly(2024, 9, 2),
        Origine = OrigineDActivite.Saisie,
        Lieu = id => id == "exemple_1" ? new Endroit(id, "42218", "42") : null,
        Commune = code => code == "42218" ? new Endroit(null, code, "42") : null,
        Siege = new Endroit(null, "42218", "42"),
    };

    public static IReadOnlyList<string> Codes(SaisieDActivite saisie, ContexteDeSaisie? contexte = null) =>
        [.. VerificationDActivite.Verifier(saisie, contexte ?? Contexte, []).Erreurs.Select(e => e.Code)];

    public static Activite Juste(SaisieDActivite saisie, ContexteDeSaisie? contexte = null) => VerificationDActivite.Verifier(saisie, contexte ?? Contexte, []).Valeur.Activite;
}
