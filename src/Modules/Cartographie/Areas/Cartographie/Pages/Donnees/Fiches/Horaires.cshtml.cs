using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>Checks a text of opening hours; the forms ask here while one types.</summary>
internal sealed class HorairesModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "texte")]
    public string? Texte { get; set; }

    [BindProperty(SupportsGet = true, Name = "codePostal")]
    public string? CodePostal { get; set; }
}
