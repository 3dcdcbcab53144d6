using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Emargement;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;

/// <summary>One line of a register that is open: corrected, signed again or taken away.</summary>
internal sealed class SignatureModel(RegistresDAteliers registres, Demandeur demandeur) : PageDeSignature(registres, demandeur)
{
    [BindProperty(SupportsGet = true, Name = "signature")]
    public Guid Signature { get; set; }

    /// <summary>The drawing as it is kept.</summary>
    public TraceDeSignature? Actuelle { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (Registre.Ferme)
        {
            return Redirect(LiensDesRegistres.Registre(Id));
        }

        ModelState.Clear();
        if (await LireAsync(annulation) is not { } donnee)
        {
            return NotFound();
        }

        (Prenom, Trace, Present) = (donnee.Prenom, donnee.Trace?.Ecrire(), donnee.Trace is null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (await LireAsync(annulation) is null)
        {
            return NotFound();
        }

        var lue = Lire();
        if (!lue.Reussi)
        {
            return await RefuserAsync(lue.Erreurs, annulation);
        }

        var corrigee = await Registres.CorrigerAsync(Id, Moi.Compte, Signature, lue.Valeur, annulation);
        return corrigee.Reussi ? Redirect($"{LiensDesRegistres.Registre(Id)}?fait=corrigee") : await RefuserAsync(corrigee.Erreurs, annulation);
    }

    public async Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        var retiree = await Registres.RetirerAsync(Id, Moi.Compte, Signature, annulation);
        return retiree.Reussi ? Redirect($"{LiensDesRegistres.Registre(Id)}?fait=retiree") : await RefuserAsync(retiree.Erreurs, annulation);
    }

    private async Task<SignatureDonnee?> LireAsync(CancellationToken annulation)
    {
        if (await Registres.SignatureAsync(Id, Signature, annulation) is not { } ligne)
        {
            return null;
        }

        var donnee = Registres.Ouvrir(ligne);
        Actuelle = donnee.Trace;
        return donnee;
    }
}
