using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;

/// <summary>One's registers, the last workshop first: what is open, what is still to note. Neither a name nor a signature goes there.</summary>
internal sealed class IndexModel(RegistresDAteliers registres, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public IReadOnlyList<RegistreListe> Registres { get; private set; } = [];

    public int Total { get; private set; }

    public int NumeroDePage => Request.NumeroDePage();

    public async Task OnGetAsync(CancellationToken annulation) => (Registres, Total) = await registres.ListerAsync(demandeur.Identite!.Compte, NumeroDePage, annulation);
}
