using FaireAvec.Host.Ressources;
using FaireAvec.Kernel.Web;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FaireAvec.Host.Areas.Site;

/// <summary>Part of the map of the site where a page stands.</summary>
internal enum GroupeDePages
{
    Apprendre,
    Site,
}

/// <summary>An editorial page of the site.</summary>
/// <param name="Cle">Name of its folder; its title and description are the texts "{Cle}Titre" and "{Cle}Description".</param>
/// <param name="Adresse">Where it is.</param>
/// <param name="Groupe">Where it stands in the map of the site.</param>
internal sealed record PageDuSite(string Cle, string Adresse, GroupeDePages Groupe)
{
    public string Titre => Textes.Lire($"{Cle}Titre");

    public string Description => Textes.Lire($"{Cle}Description");

    /// <summary>Tells the layout the title, the description and the canonical address.</summary>
    public PageDuSite Annoncer(ViewDataDictionary donnees)
    {
        donnees[Gabarit.Titre] = Titre;
        donnees[Gabarit.Description] = Description;
        donnees[Gabarit.Canonique] = Adresse;
        return this;
    }
}

/// <summary>The editorial pages: the only place where their addresses are written, but for each page's own directive. A test compares them.</summary>
internal static class PagesDuSite
{
    public static readonly PageDuSite Comprendre = new("Comprendre", "/comprendre", GroupeDePages.Apprendre);
    public static readonly PageDuSite SEntrainer = new("SEntrainer", "/s-entrainer", GroupeDePages.Apprendre);
    public static readonly PageDuSite FacileALire = new("FacileALire", "/facile-a-lire", GroupeDePages.Apprendre);
    public static readonly PageDuSite Contact = new("Contact", "/contact", GroupeDePages.Site);
    public static readonly PageDuSite DonneesOuvertes = new("DonneesOuvertes", "/donnees-ouvertes", GroupeDePages.Site);
    public static readonly PageDuSite ViePrivee = new("ViePrivee", "/vie-privee", GroupeDePages.Site);
    public static readonly PageDuSite Accessibilite = new("Accessibilite", "/accessibilite", GroupeDePages.Site);
    public static readonly PageDuSite MentionsLegales = new("MentionsLegales", "/mentions-legales", GroupeDePages.Site);
    public static readonly PageDuSite PlanDuSite = new("PlanDuSite", "/plan-du-site", GroupeDePages.Site);

    public static readonly IReadOnlyList<PageDuSite> Toutes =
        [Comprendre, SEntrainer, FacileALire, Contact, DonneesOuvertes, ViePrivee, Accessibilite, MentionsLegales, PlanDuSite];
}

/// <summary>The editorial pages, for search engines.</summary>
internal sealed class PlanDesPages : IPlanDuSite
{
    public IEnumerable<string> Adresses() => PagesDuSite.Toutes.Select(p => p.Adresse);
}
