using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
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

    /// <summary>What was written in a form that was sent before the terms were accepted.</summary>
    public IReadOnlyList<string> Ecrits { get; private set; } = [];

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

    /// <summary>A form that wasn't taken: its words are shown, to be copied.</summary>
    public async Task OnPostSaisieAsync(CancellationToken annulation)
    {
        Ecrits = await TextesTapes.LireAsync(Request, annulation);
        ModelState.Clear();
        (Accepte, Version) = (false, null);
        await LireAsync(annulation);
    }

    private LocalRedirectResult Suite() => LocalRedirect(Retour.Local(RetourDemande) ?? LiensComptes.Espace);

    private async Task LireAsync(CancellationToken annulation)
    {
        EnVigueur = conditions.EnVigueur;
        DejaAcceptees = await conditions.AAccepterAsync(demandeur.Identite!.Compte, annulation) is null;
    }
}
