using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Tests.Unit.Accompagnement.Activites;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.AllerVers;

/// <summary>A morning at the market: each test changes what it looks at.</summary>
internal static class AllerVersDEssai
{
    public static SaisieDAllerVers Marche { get; } = new()
    {
        Date = SaisieDEssai.Aujourdhui,
        DureeMinutes = 120,
        Commune = "42218",
        LieuLibre = "Marché, place Exemple",
        Motif = "telephone",
        Contactes = 24,
    };

    public static SaisieDeConfiguration AuMarche { get; } = new() { Nom = "Stand au marché", Motif = "telephone", Taille = 3, Posture = "faire", DureeMinutes = 120, PairsPresents = true };

    public static IReadOnlyList<string> Codes(SaisieDAllerVers saisie) => [.. VerificationDAllerVers.Verifier(saisie, SaisieDEssai.Contexte).Erreurs.Select(e => e.Code)];

    public static IReadOnlyList<string> Codes(SaisieDeConfiguration saisie) =>
        [.. VerificationDAllerVers.Verifier(saisie, SaisieDEssai.Contexte.Id, SaisieDEssai.Contexte.Auteur, [], SaisieDEssai.Contexte.Maintenant).Erreurs.Select(e => e.Code)];

    public static ActionDAllerVers Juste(SaisieDAllerVers saisie) => VerificationDAllerVers.Verifier(saisie, SaisieDEssai.Contexte).Valeur;

    /// <summary>Counts that keep the rules, some of them not known yet.</summary>
    public static Gen<EffectifsDEnrolement> Effectifs { get; } =
        from contactes in Gen.Choose(1, 60)
        from interesses in Su(contactes)
        from inscrits in Su(interesses ?? contactes)
        from venus in Su(contactes)
        from revenus in Su(venus ?? contactes)
        from engages in Su(venus ?? contactes)
        from relais in Su(contactes)
        select new EffectifsDEnrolement(contactes, interesses, inscrits, venus, revenus, engages, relais);

    private static Gen<int?> Su(int max) => Gen.Frequency<int?>((1, Gen.Constant<int?>(null)), (4, Gen.Choose(0, max).Select(n => (int?)n)));
}
