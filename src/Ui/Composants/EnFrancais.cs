using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

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
