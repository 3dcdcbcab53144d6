using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Espace;

/// <summary>The terms, read and accepted.</summary>
internal sealed class ConditionsModel(ConditionsDUtilisation conditions, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? RetourDemande { get; set; }

    [BindProperty]
    public bool Accepte { get; set; }

    /// <summary>The version that was read: another one may have come into force meanwhile.</summary>
    [BindProperty]
    public string? Version { get; set; }

    public VersionDesConditions? EnVigueur { get; private set; }

    public bool DejaAcceptees { get; private set; }

    public async Task OnGetAsync(CancellationToken annulation) => await LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        if (EnVigueur is null || DejaAcceptees)
        {
            return Suite();
        }

        if (Version != EnVigueur.Cle)
        {
            ModelState.Clear();
            ModelState.AddModelError("", MotsMembres.T("Conditions.Changees"));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (!Accepte)
        {
            ModelState.AddModelError(nameof(Accepte), MotsMembres.T("Conditions.Cocher"));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await conditions.AccepterAsync(demandeur.Identite!.Compte, EnVigueur, annulation);
        return Suite();
    }

    private LocalRedirectResult Suite() => LocalRedirect(Retour.Local(RetourDemande) ?? LiensComptes.Espace);

    private async Task LireAsync(CancellationToken annulation)
    {
        EnVigueur = conditions.EnVigueur;
        DejaAcceptees = await conditions.AAccepterAsync(demandeur.Identite!.Compte, annulation) is null;
    }
}
