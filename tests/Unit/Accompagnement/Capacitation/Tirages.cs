using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>Things at random for the properties of the formulas.</summary>
internal static class Tirages
{
    public static readonly Config Mille = Config.QuickThrowOnFailure.WithMaxTest(1000);
    public static readonly DateOnly Origine = new(2026, 1, 1);

    private static readonly string[] Codes = ["I06", "C01", "L04", "V01", "R09"];

    public static Guid Personne(int n) => new($"01a21000-0000-7000-8000-{n:000000000000}");

    public static int? Poids(string code) => code switch { "L04" => 1, "X" => null, _ => 2 };

    public static Gen<Evaluation> Evaluation(int personnes = 6) =>
        from personne in Gen.Choose(0, personnes - 1)
        from code in Gen.Elements(Codes)
        from niveau in Gen.Choose(0, 5)
        from preuve in Gen.Elements(Enum.GetValues<Preuve>())
        from moment in Gen.Elements(Enum.GetValues<Moment>())
        from jour in Gen.Choose(0, 200)
        select new Evaluation(Personne(personne), code, niveau, preuve, moment, Evaluateur.Mediateur, Origine.AddDays(jour));

    public static Gen<Evaluation[]> Evaluations { get; } = Evaluation().ArrayOf();

    public static Gen<Posture> Posture { get; } =
        from a in Gen.Choose(0, 100)
        from b in Gen.Choose(0, 100 - a)
        select new Posture(a, b, 100 - a - b);

    public static Gen<T[]> Melange<T>(T[] valeurs) => Gen.Shuffle(valeurs);
}
