using FaireAvec.Contracts.Territoires;
using FaireAvec.Territoires.Domain;
using FaireAvec.Territoires.Fiches;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Territoires.Areas.Territoires.Pages.UneCommune;

/// <summary>A commune of today: its places, and the nearest communes that have some.</summary>
internal sealed class CommuneModel(ITerritoires territoires, Chiffres chiffres) : PageModel
{
    private const int NombreDeProches = 8;

    public Commune Commune { get; private set; } = null!;

    public Departement Departement { get; private set; } = null!;

    public Region Region { get; private set; } = null!;

    public Epci? Epci { get; private set; }

    public int Lieux { get; private set; }

    public IReadOnlyList<CommuneEtLieux> Proches { get; private set; } = [];

    public bool JusteACote => Domain.JusteACote.Sont(Proches.Select(p => p.DistanceKm));

    public bool SansHabitant => Domain.SansHabitant.Est(Commune.Departement, Commune.Population);

    public IActionResult OnGet(string slug)
    {
        if (LectureSlug.Commune(territoires, slug) is not { } commune)
        {
            return NotFound();
        }

        if (slug != commune.Slug)
        {
            return RedirectPermanent(Liens.Commune(commune) + Request.QueryString);
        }

        Commune = commune;
        Departement = territoires.Departement(commune.Departement)!;
        Region = territoires.Region(commune.Region)!;
        Epci = territoires.Epci(commune.Epci);
        Lieux = chiffres.Lieux(commune);
        Proches = chiffres.Proches(commune, NombreDeProches);
        return Page();
    }
}
