using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Pages of one's own account that change how one signs in: the second factor again when it is more than a quarter of an hour old, for looking and for sending.</summary>
internal sealed class PreuveExigee : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var identite = services.GetRequiredService<Demandeur>().Identite;
        // Whoever looks as somebody else changes nothing, and can't prove to be them.
        if (identite is { LectureSeule: false } && !identite.PreuveRecente(services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            context.Result = new RedirectResult(LiensComptes.AvecRetour(LiensComptes.Preuve, context.HttpContext.Request.Path));
            return;
        }

        await next();
    }
}
