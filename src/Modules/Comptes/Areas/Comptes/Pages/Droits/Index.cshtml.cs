using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Droits;

/// <summary>Who may do what, how far: the table that the product itself reads, open to everybody.</summary>
internal sealed class IndexModel(TableDesDroits table) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "role")]
    public string? RoleDemande { get; set; }

    public Role? Role { get; private set; }

    public IReadOnlyList<RegleDeDroit> Regles { get; private set; } = [];

    public void OnGet()
    {
        Role = ClesDesRoles.Lire(RoleDemande);
        Regles = [.. table.Regles.Where(r => Role is not { } role || r.Attributions.Any(a => a.Role == role))];
    }
}
