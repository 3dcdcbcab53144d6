using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;

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
        // The only one in the country whose name begins so.
        if (trouvees is [{ Correspondance: Correspondance.DebutDeNom }, ..] && trouvees.Skip(1).All(t => t.Correspondance > Correspondance.DebutDeNom))
        {
            return true;
        }

        if (trouvees.Count == 0 || trouvees[0] is not { Correspondance: <= Correspondance.AncienNom } premiere)
        {
            return false;
        }

        var population = premiere.Commune.Population ?? 0;
        return premiere.Correspondance == Correspondance.Code || trouvees.Skip(1).All(a =>
            a.Correspondance == premiere.Correspondance ? population >= (a.Correspondance == Correspondance.Nom ? Homonyme : 10) * (a.Commune.Population ?? 0) : 10 * population >= (a.Commune.Population ?? 0));
    }

    /// <summary>The département or the region that people name where a town is asked for (« Seine-Saint-Denis », « la Réunion », « 93 »), with the codes of its départements; null when there is none.</summary>
    public static TerritoireNomme? Territoire(ITerritoires territoires, string ou)
    {
        var mots = SansArticle(ou);
        var departement = territoires.Departements.FirstOrDefault(d => string.Equals(d.Code, ou, StringComparison.OrdinalIgnoreCase) || SansArticle(d.Nom) == mots);
        return departement is not null ? De(departement)
            : territoires.Regions.FirstOrDefault(r => r.Departements.Count > 0 && SansArticle(r.Nom) == mots) is { } region ? De(region)
            : null;
    }

    /// <summary>How a département is written in the field of the town: « Loire (42) » is no town.</summary>
    public static string Ecrire(Departement departement) => $"{departement.Nom} ({departement.Code})";

    /// <summary>How a region is: four villages are called « Bretagne ».</summary>
    public static string Ecrire(Region region) => $"{region.Nom} (région)";

    /// <summary>The département or the region that is written whole, as <see cref="Ecrire(Departement)"/> does; null for anything else.</summary>
    public static TerritoireNomme? TerritoireEntier(ITerritoires territoires, string ou) =>
        territoires.Departements.FirstOrDefault(d => string.Equals(Ecrire(d), ou, StringComparison.OrdinalIgnoreCase)) is { } departement ? De(departement)
        : territoires.Regions.FirstOrDefault(r => r.Departements.Count > 0 && string.Equals(Ecrire(r), ou, StringComparison.OrdinalIgnoreCase)) is { } region ? De(region)
        : null;

    /// <summary>The same when no town is called so: the territory was surely meant.</summary>
    public static TerritoireNomme? SeulTerritoire(ITerritoires territoires, string ou, IReadOnlyList<CommuneTrouvee> trouvees) =>
        trouvees.All(t => t.Correspondance > Correspondance.DebutDeNom) ? Territoire(territoires, ou) : null;

    private static TerritoireNomme De(Departement departement) => new(Ecrire(departement), [departement.Code], Ecrire(departement));

    private static TerritoireNomme De(Region region) => new(region.Nom, region.Departements, Ecrire(region));

    private static string SansArticle(string nom) => TexteRecherche.SansArticle(TexteRecherche.Normaliser(nom));

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

/// <summary>A département or a region, written where a town is asked for.</summary>
/// <param name="Nom">« Loire (42) », « Bretagne ».</param>
/// <param name="Departements">Codes of its départements.</param>
/// <param name="Entier">What to write to mean it and nothing else: « Bretagne (région) ».</param>
internal sealed record TerritoireNomme(string Nom, IReadOnlyList<string> Departements, string Entier);
