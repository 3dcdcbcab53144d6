namespace FaireAvec.Accompagnement.Domain.ATraiter;

/// <summary>A draft that nobody touched for more than three days.</summary>
internal static class BrouillonQuiAttend
{
    public static readonly TimeSpan Delai = TimeSpan.FromDays(3);

    public static bool Concerne(DateTimeOffset modifieLe, DateTimeOffset maintenant) => maintenant - modifieLe > Delai;
}
