using FaireAvec.Comptes.Droits;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Journal;

/// <summary>One entry of the journal, without what it says of a person.</summary>
internal sealed class EntreeModel(FaireAvecDb db, INomsDesComptes noms, TableDesDroits table, Demandeur demandeur, IEnumerable<IDonneesDePersonne> donnees) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public EntreeLue Entree { get; private set; } = null!;

    public bool PeutLireLePersonnel => Entree.Lisible(donnees) && table.Permet(demandeur.Identite, DroitsDesComptes.LireLePersonnelDuJournal);

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        Entree = (await EntreeLue.LireAsync(db, noms, Id, annulation))!;
        return Entree is null ? NotFound() : Page();
    }
}
