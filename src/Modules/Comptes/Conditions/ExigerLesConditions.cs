using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Conditions;

/// <summary>
/// Whoever is signed in and hasn't accepted the terms in force is led to them before any page of theirs, in every module. Public pages, signing in and
/// out, one's own account and one's own data stay open: nobody is held.
/// </summary>
internal sealed class ExigerLesConditions : IAsyncResourceFilter
{
    private static readonly string[] Ouvertes = [LiensMembres.Conditions, LiensComptes.Deconnexion, LiensComptes.MonCompte, LiensComptes.Connexion, LiensDonneesPersonnelles.MesDonnees];

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var contexte = context.HttpContext;
        // Somebody who looks as another person accepts nothing in their place.
        if (context.ActionDescriptor is PageActionDescriptor
            && contexte.RequestServices.GetRequiredService<Demandeur>().Identite is { LectureSeule: false, Session: not null } qui
            && contexte.GetEndpoint()?.Metadata.GetMetadata<DroitRequis>()?.Nom is { } droit && droit is not (DroitRequis.Public or DroitRequis.Demonstration)
            && !Ouvertes.Any(o => contexte.Request.Path.StartsWithSegments(o, StringComparison.Ordinal))
            && await contexte.RequestServices.GetRequiredService<ConditionsDUtilisation>().AAccepterAsync(qui.Compte, contexte.RequestAborted) is not null)
        {
            contexte.Response.Headers.CacheControl = "no-store";
            // A form isn't taken, and what was written goes along: 307 sends it to the page of the terms, which gives it back to be copied.
            var requete = contexte.Request;
            var ecrit = HttpMethods.IsPost(requete.Method) && requete.HasFormContentType;
            var retour = Uri.EscapeDataString(ecrit ? requete.Path.ToString() : requete.Path + requete.QueryString.ToString());
            context.Result = new RedirectResult($"{LiensMembres.Conditions}?{(ecrit ? "handler=Saisie&" : "")}retour={retour}", permanent: false, preserveMethod: ecrit);
            return;
        }

        await next();
    }
}
