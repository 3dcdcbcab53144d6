using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>One place made of several records: who says what, and which record gave each field.</summary>
internal sealed class GroupeModel(FaireAvecDb db, CatalogueLieux catalogue) : PageDeGroupe(db, catalogue)
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation) => await TrouverAsync(id, annulation) ? Page() : NotFound();
}
