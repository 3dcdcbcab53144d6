using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace FaireAvec.Ui.Formulaires;

/// <summary>
/// What a keyboard doesn't write and that comes with a paste (NUL, escape, bell): left out of every form with a token before its page reads it, the rest is kept as it was typed. Tabs
/// and ends of lines stay.
/// </summary>
internal sealed class SansCaracteresInvisibles : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        // It was read already, for its token; one that couldn't be was refused.
        if (context.HttpContext.Features.Get<IFormFeature>()?.Form is { } formulaire && formulaire.Any(c => c.Value.Any(v => v is not null && v.Any(EstInvisible))))
        {
            context.HttpContext.Request.Form = new FormCollection(
                formulaire.ToDictionary(c => c.Key, c => new StringValues([.. c.Value.Select(v => v is null ? v : string.Concat(v.Where(s => !EstInvisible(s))))]), StringComparer.OrdinalIgnoreCase),
                formulaire.Files);
        }

        return next();
    }

    private static bool EstInvisible(char signe) => char.IsControl(signe) && signe is not ('\t' or '\n' or '\r');
}
