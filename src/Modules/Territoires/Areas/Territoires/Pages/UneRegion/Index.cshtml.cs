using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Fiches;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Territoires.Areas.Territoires.Pages.UneRegion;

/// <summary>A region, or an overseas collectivity that stands for one: its départements and their places.</summary>
internal sealed class RegionModel(ITerritoires territoires, Chiffres chiffres) : PageModel
{
    public Region Region { get; private set; } = null!;

    public int Lieux { get; private set; }

    public int? Population { get; private set; }

    public bool SansHabitant => Domain.SansHabitant.Est(Region.Departements[0], Population);

    public Commune? ChefLieu { get; private set; }

    public Tri Tri { get; private set; } = new("nom");

    public IReadOnlyList<(Departement Departement, int? Population, int Lieux)> Departements { get; private set; } = [];

    public IActionResult OnGet(string slug)
    {
        if (LectureSlug.Region(territoires, slug) is not { } region)
        {
            return NotFound();
        }

        if (slug != region.Slug)
        {
            return RedirectPermanent(Liens.Region(region) + Request.QueryString);
        }

        Region = region;
        Lieux = chiffres.Lieux(region);
        Population = chiffres.Population(region);
        ChefLieu = territoires.Commune(region.ChefLieu);
        Tri = this.LireTri("nom", "nom", "lieux");
        var departements = region.Departements.Select(code => territoires.Departement(code)!).Select(d => (Departement: d, Population: chiffres.Population(d), Lieux: chiffres.Lieux(d)));
        departements = Tri.Colonne == "lieux"
            ? departements.OrderBy(d => d.Lieux).ThenBy(d => TexteRecherche.Normaliser(d.Departement.Nom), StringComparer.Ordinal)
            : departements.OrderBy(d => TexteRecherche.Normaliser(d.Departement.Nom), StringComparer.Ordinal);
        Departements = [.. Tri.Decroissant ? departements.Reverse() : departements];
        return Page();
    }
}
