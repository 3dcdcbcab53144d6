using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Facteurs;

/// <summary>A card that shows codes: attached by its number and a code, given back by a button.</summary>
internal sealed class CarteModel(FaireAvecDb db, Demandeur demandeur, FacteursDuCompte facteurs) : PageDuCompte(demandeur)
{
    [BindProperty]
    public string? Serie { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<CarteACodes> Cartes { get; private set; } = [];

    public bool Retirable { get; private set; }

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var attachee = await facteurs.AttacherLaCarteAsync(HttpContext, Moi, Serie, Code, annulation);
        if (attachee.Reussi)
        {
            return Redirect($"{LiensComptes.MonCompte}?fait=carte");
        }

        await LireAsync(annulation);
        Code = null;
        return Refuser(attachee.Erreur!);
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation)
    {
        await LireAsync(annulation);
        if (Cartes.All(c => c.Id != id))
        {
            return NotFound();
        }

        var retiree = await facteurs.DetacherLaCarteAsync(HttpContext, Moi, id, annulation);
        return retiree.Reussi ? Redirect($"{LiensComptes.MonCompte}?fait=carte-retiree") : Refuser(retiree.Erreur!, StatusCodes.Status409Conflict);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var moi = Moi;
        Cartes = await db.Set<CarteACodes>().AsNoTracking().Where(c => c.Compte == moi).OrderBy(c => c.Serie).ToListAsync(annulation);
        Retirable = (await FacteursDuCompte.MoyensAsync(db, moi, annulation)).PeutEnRetirerUn;
    }
}
