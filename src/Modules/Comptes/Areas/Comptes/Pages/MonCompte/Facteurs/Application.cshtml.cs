using System.Security.Cryptography;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Facteurs;

/// <summary>The application of codes: a first one, another one, or none any more.</summary>
internal sealed class ApplicationModel(FaireAvecDb db, Demandeur demandeur, FacteursDuCompte facteurs, JetonsDeFormulaire jetons) : PageDuCompte(demandeur)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Graine { get; set; }

    public byte[] Secret { get; private set; } = [];

    public string Courriel { get; private set; } = "";

    public MoyensDeProuver Moyens { get; private set; } = null!;

    private string But => $"graine:{Moi:N}";

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        var garde = await facteurs.GarderLApplicationAsync(HttpContext, Moi, Secret, Code, null, annulation);
        Code = null;
        return garde.Reussi ? Redirect($"{LiensComptes.MonCompte}?fait=application") : Refuser(garde.Erreur!);
    }

    public async Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        var retiree = await facteurs.RetirerLApplicationAsync(HttpContext, Moi, annulation);
        return retiree.Reussi ? Redirect($"{LiensComptes.MonCompte}?fait=application-retiree") : Refuser(retiree.Erreur!, StatusCodes.Status409Conflict);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var moi = Moi;
        Courriel = await db.Set<Compte>().Where(c => c.Id == moi).Select(c => c.Courriel).SingleAsync(annulation);
        Moyens = await FacteursDuCompte.MoyensAsync(db, moi, annulation);
        Secret = Base32.Lire(jetons.Ouvrir(But, Graine)) ?? RandomNumberGenerator.GetBytes(CodeTemporel.OctetsDeGraine);
        ModelState.Clear();
        Graine = jetons.Fermer(But, Base32.Ecrire(Secret));
    }
}
