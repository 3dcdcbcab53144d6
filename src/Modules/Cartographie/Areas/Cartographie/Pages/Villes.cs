using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages;

/// <summary>Which town people mean, among those that answer what they wrote.</summary>
internal static class Villes
{
    /// <summary>Answers to ask for, so that the likeliest is among them.</summary>
    public const int Lues = 60;

    /// <summary>How many times bigger a commune must be to be meant rather than another one of exactly its name.</summary>
    private const int Homonyme = 100;

    /// <summary>Towns to choose among.</summary>
    private const int Propositions = 8;

    /// <summary>
    /// A code; or a whole name that people surely mean: no other commune of this name comes near in size (« Saint-Étienne », not the hamlets), and none
    /// whose name begins so is far bigger (« Évry » is rather Évry-Courcouronnes than the village, « Aix » rather Aix-en-Provence).
    /// </summary>
    public static bool Evidente(IReadOnlyList<CommuneTrouvee> trouvees)
    {
        if (trouvees.Count == 0 || trouvees[0] is not { Correspondance: <= Correspondance.AncienNom } premiere)
        {
            return false;
        }

        var population = premiere.Commune.Population ?? 0;
        return premiere.Correspondance == Correspondance.Code || trouvees.Skip(1).All(a =>
            a.Correspondance == premiere.Correspondance ? population >= (a.Correspondance == Correspondance.Nom ? Homonyme : 10) * (a.Commune.Population ?? 0) : 10 * population >= (a.Commune.Population ?? 0));
    }

    /// <summary>
    /// Those to choose among. A whole name counts for ten times its size beside names that only begin so. A commune found by a former name comes after those of
    /// that very name, however big: its own name doesn't say why it is there.
    /// </summary>
    public static IEnumerable<CommuneTrouvee> AProposer(IReadOnlyList<CommuneTrouvee> trouvees)
    {
        if (trouvees.Count == 0 || trouvees[0].Correspondance > Correspondance.DebutDeNom)
        {
            return trouvees.Take(Propositions);
        }

        static bool Entier(CommuneTrouvee t) => t.AncienNom is null && t.Correspondance < Correspondance.AncienNom;
        static long Poids(CommuneTrouvee t) => (t.Commune.Population ?? 0) * (Entier(t) ? 10L : 1L);
        var entiers = trouvees.Where(t => t.Correspondance <= Correspondance.AncienNom).Take(Propositions / 2).ToList();
        var choisies = entiers.Concat(trouvees.Where(t => t.Correspondance <= Correspondance.DebutDeNom).Except(entiers).OrderByDescending(Poids).Take(Propositions - entiers.Count)).ToList();
        // The smallest of the whole names: former ones stay below.
        var plafond = choisies.Where(Entier).Select(Poids).DefaultIfEmpty(long.MaxValue).Min();
        return choisies.OrderByDescending(t => t.AncienNom is not null ? Math.Min(Poids(t), plafond - 1) : Poids(t));
    }
}
