using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>Base of the pages about one client: it is there and theirs to manage, or the page isn't.</summary>
internal abstract class PageDeClient(GestionDesClients gestion, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public ClientApi Client { get; private set; } = null!;

    protected GestionDesClients Gestion => gestion;

    protected Identite Qui => demandeur.Identite!;

    /// <summary>True for a page that changes something: a revoked client has none.</summary>
    protected virtual bool DemandeUnClientOuvert => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await gestion.LireAsync(Qui, Id, HttpContext.RequestAborted) is not { } client)
        {
            context.Result = NotFound();
            return;
        }

        Client = client;
        if (DemandeUnClientOuvert && client.RevoqueLe is not null)
        {
            context.Result = Redirect($"{LiensDAdministration.Client(Id)}?refus=retire");
            return;
        }

        await next();
    }

    /// <summary>The same page, with what is wrong.</summary>
    protected PageResult Refuser()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
