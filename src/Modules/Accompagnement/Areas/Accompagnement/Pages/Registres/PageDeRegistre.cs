using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;

/// <summary>A page about one register that is one's own.</summary>
internal abstract class PageDeRegistre(RegistresDAteliers registres, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>What has just been done.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Registre Registre { get; private set; } = null!;

    /// <summary>How many signed on the tablet.</summary>
    public int SurTablette { get; private set; }

    /// <summary>All of them: when it is closed, what was kept then.</summary>
    public int Signatures => Registre.Signatures ?? (SurTablette + Registre.Papier);

    protected Identite Moi => demandeur.Identite!;

    protected RegistresDAteliers Registres => registres;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await RelireAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    protected async Task<bool> RelireAsync(CancellationToken annulation)
    {
        if (await registres.TrouverAsync(Id, Moi.Compte, annulation) is not { } registre)
        {
            return false;
        }

        (Registre, SurTablette) = (registre, await registres.CompterAsync(Id, annulation));
        return true;
    }

    /// <summary>The page again, as the register is now, with what was refused said beside its field.</summary>
    protected async Task<IActionResult> RefuserAsync(IReadOnlyList<Erreur> erreurs, CancellationToken annulation)
    {
        if (!await RelireAsync(annulation))
        {
            return NotFound();
        }

        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ ?? "", MotsRegistres.Erreur(erreur));
        }

        Response.StatusCode = erreurs.Any(e => e.Code == ErreursRegistres.Ferme.Code || e.Code == ErreursRegistres.ModifieEntreTemps.Code) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }
}
