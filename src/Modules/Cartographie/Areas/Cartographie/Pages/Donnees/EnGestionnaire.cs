using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;

/// <summary>
/// What all the pages of those who keep the data share: the role that the protected tables ask for (the right to open the page was checked before),
/// the name under which changes are written, the navigation.
/// </summary>
internal sealed class EnGestionnaire : IAsyncResourceFilter, IPageFilter
{
    /// <summary>Nobody has an account yet: on the demonstration, everybody is this one.</summary>
    public const string Acteur = "demonstration";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        context.HttpContext.RequestServices.GetRequiredService<ContexteAcces>().Role = "administrateur";
        context.HttpContext.RequestServices.GetRequiredService<ContexteEcriture>().Acteur = Acteur;
        // A page that was open yesterday must not come back from a cache with a form of yesterday. As a form writes it itself: another value would be
        // told in the log at each page.
        context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";
        await next();
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing depends on the handler.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerInstance is PageModel page)
        {
            page.ViewData[Gabarit.Navigation] = LiensDonnees.Navigation;
            page.ViewData[Gabarit.Robots] = "noindex";
            page.ViewData[Gabarit.UneLangue] = true;
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Everything is said before.
    }
}
