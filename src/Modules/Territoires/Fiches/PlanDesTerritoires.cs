using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Web;

namespace FaireAvec.Territoires.Fiches;

/// <summary>The pages of the regions, départements and communes that have places, for search engines.</summary>
internal sealed class PlanDesTerritoires(ITerritoires territoires, ILieuxParTerritoire lieux, Chiffres chiffres) : IPlanDuSite
{
    public IEnumerable<string> Adresses()
    {
        var parCommune = lieux.ParCommune();
        return territoires.Regions.Where(r => chiffres.Lieux(r) > 0).Select(Liens.Region)
            .Concat(territoires.Departements.Where(d => chiffres.Lieux(d) > 0).Select(Liens.Departement))
            .Concat(territoires.Communes.Where(c => parCommune.ContainsKey(c.CodeInsee)).Select(Liens.Commune))
            .Prepend(Liens.France);
    }
}
