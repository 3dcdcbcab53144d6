using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// Pages where the second factor is given again when it is more than a quarter of an hour old, for looking and for sending: those that change how one signs
/// in, and those where somebody may give a national role.
/// </summary>
/// <param name="pour">Of whom it is asked; everybody when null.</param>
internal sealed class PreuveExigee(Func<Identite, bool>? pour = null) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var identite = services.GetRequiredService<Demandeur>().Identite;
        // Whoever looks as somebody else changes nothing, and can't prove to be them.
        if (identite is { LectureSeule: false } && pour?.Invoke(identite) != false && !identite.PreuveRecente(services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            var requete = context.HttpContext.Request;
            var retour = requete.Path + requete.QueryString.ToString();
            // What was typed goes along: 307 sends it to the page of the proof, which gives it back.
            context.Result = HttpMethods.IsPost(requete.Method)
                ? new RedirectResult($"{LiensComptes.Preuve}?handler=Saisie&retour={Uri.EscapeDataString(retour)}", permanent: false, preserveMethod: true)
                : new RedirectResult(LiensComptes.AvecRetour(LiensComptes.Preuve, retour));
            return;
        }

        await next();
    }
}
