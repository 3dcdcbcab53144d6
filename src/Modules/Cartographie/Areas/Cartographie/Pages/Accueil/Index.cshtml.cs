using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Territoires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Accueil;

/// <summary>The home page: one question in plain words, where and what for.</summary>
internal sealed class IndexModel(CatalogueLieux catalogue, ITerritoires territoires) : PageModel
{
    /// <summary>Public places.</summary>
    public int Lieux { get; private set; }

    /// <summary>Places said to be free, by themselves or by their network.</summary>
    public int Gratuits { get; private set; }

    public void OnGet()
    {
        var index = catalogue.Index;
        (Lieux, Gratuits) = (index.Nombre, index.Compter(Filtre.Frais.BitDe(Vocabulaire.Gratuit)));
    }

    /// <summary>Suggestions under the field, for the client script.</summary>
    public IActionResult OnGetCommunes(string? q)
    {
        if (Request.Query["q"].Count > 1 || q?.Length > LectureCriteres.LongueurMax || q?.Any(char.IsControl) == true)
        {
            return BadRequest();
        }

        Response.Headers.CacheControl = "public, max-age=3600";
        return new JsonResult(Villes.AProposer(territoires.ChercherCommunes(q, Villes.Lues)).Select(t => t.Commune).Select(c => new
        {
            valeur = c.CodeInsee,
            libelle = c.NomComplet,
            detail = c.CodesPostaux is [var premier, ..] ? premier : "",
        }));
    }
}
