using System.Globalization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Ui.Composants;

/// <summary>Pages whose words are in French only say so, whatever language the visitor chose: a screen reader must not read French as English.</summary>
public sealed class EnFrancais : IAsyncResourceFilter
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Francais;
        context.HttpContext.Response.Headers.ContentLanguage = "fr";
        await next();
    }
}

/// <summary>The same, by folder.</summary>
public static class PagesEnFrancais
{
    /// <summary>A public folder whose words are in French only: they are those of people who work.</summary>
    public static PageConventionCollection EnFrancaisSeulement(this PageConventionCollection pages, string area, string dossier)
    {
        pages.AddAreaFolderApplicationModelConvention(area, dossier, modele =>
        {
            modele.Filters.Add(new EnFrancais());
            modele.Filters.Add(new UneLangue());
        });
        return pages;
    }

    private sealed class UneLangue : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
            // Nothing depends on the handler.
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            if (context.HandlerInstance is PageModel page)
            {
                page.ViewData[Gabarit.UneLangue] = true;
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
            // Everything is said before.
        }
    }
}
