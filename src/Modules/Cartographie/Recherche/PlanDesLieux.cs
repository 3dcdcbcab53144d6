using FaireAvec.Kernel.Web;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>The home page and every public place, for search engines.</summary>
internal sealed class PlanDesLieux(CatalogueLieux catalogue) : IPlanDuSite
{
    public IEnumerable<string> Adresses() => catalogue.Index.Lieux.Select(Liens.Lieu).Prepend(Liens.Accueil);
}
