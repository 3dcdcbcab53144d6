using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.SavoirFairePublics;

/// <summary>The public list of savoir-faire: search, domain, levels in plain words, files.</summary>
internal sealed class IndexModel(CatalogueLivre livre) : PageModel
{
    public CatalogueDeSavoirFaire Catalogue => livre.Catalogue;

    public string? Cherche { get; private set; }

    public string? Domaine { get; private set; }

    /// <summary>By domain, in the order of the list.</summary>
    public IReadOnlyList<IGrouping<string, SavoirFaire>> Trouves { get; private set; } = [];

    public int Nombre => Trouves.Sum(g => g.Count());

    public void OnGet()
    {
        Cherche = this.LireTexte("q");
        Domaine = this.LireParmi("domaine", DomainesDuNumerique.Tous.Codes);
        var mots = Mots(Cherche);
        Trouves = [.. Catalogue.Tous.Where(s => (Domaine is null || s.Domaine == Domaine) && Repond(s, mots)).GroupBy(s => s.Domaine, StringComparer.Ordinal)];
    }

    // Each word begins, or is in, a word of the label, without its accents.
    private static bool Repond(SavoirFaire s, string[] mots)
    {
        var texte = TexteRecherche.Normaliser($"{MotsCapacitation.Libelle(s)} {MotsCapacitation.T($"Domaine.{s.Domaine}")} {s.Code}");
        return mots.All(m => texte.Contains(m, StringComparison.Ordinal));
    }

    private static string[] Mots(string? texte) => TexteRecherche.Normaliser(texte ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
