using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Ui.Composants;

/// <summary>The pages of those who work: their right, and what goes with it.</summary>
public static class PagesProfessionnelles
{
    /// <summary>
    /// Declares the right of every page of the folder, in French only unless one shows it to somebody else, kept by no cache and by no search engine. The limit of forms is for people of whom
    /// nothing is known: somebody at work sends hundreds in an hour.
    /// </summary>
    public static PageConventionCollection Professionnelles(this PageConventionCollection pages, string area, string dossier, string droit, bool enFrancais = true)
    {
        pages.AddAreaFolderApplicationModelConvention(area, dossier, modele =>
        {
            if (enFrancais)
            {
                modele.Filters.Add(new EnFrancais());
            }

            modele.Filters.Add(new SansTrace());
            modele.EndpointMetadata.Add(new DisableRateLimitingAttribute());
        });
        return pages.Droit(area, dossier, droit);
    }

    private sealed class SansTrace : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
            // Nothing depends on the handler.
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            // A page that was open yesterday must not come back from a cache with a form of yesterday. As a form writes it itself: another value would be
            // told in the log at each page.
            context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";
            if (context.HandlerInstance is PageModel page)
            {
                page.ViewData[Gabarit.Robots] = "noindex";
                page.ViewData[Gabarit.UneLangue] = true;
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
            // Everything is said before.
        }
    }
}
