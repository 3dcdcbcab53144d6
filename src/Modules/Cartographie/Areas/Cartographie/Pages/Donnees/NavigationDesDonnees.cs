using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;

/// <summary>The navigation that all the pages of those who keep the data share.</summary>
internal sealed class NavigationDesDonnees : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing depends on the handler.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerInstance is PageModel page)
        {
            page.ViewData[Gabarit.Navigation] = LiensDonnees.Navigation;
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Everything is said before.
    }
}
