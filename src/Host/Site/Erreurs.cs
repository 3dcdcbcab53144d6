using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace FaireAvec.Host.Site;

/// <summary>
/// What people and systems see when something goes wrong: a friendly French page on the site, problem details (RFC 9457) on the API.
/// The mistakes of a caller are never logged as errors.
/// </summary>
internal static class Erreurs
{
    public static IServiceCollection AddErreurs(this IServiceCollection services) => services.AddSingleton<IProblemDetailsWriter, ProblemesSansNegociation>().AddProblemDetails(o => o.CustomizeProblemDetails = c =>
    {
        var statut = c.ProblemDetails.Status ?? StatusCodes.Status500InternalServerError;
        var (titre, detail) = PhrasesDeLApi(statut);
        c.ProblemDetails.Title = titre;
        c.ProblemDetails.Detail ??= detail;
        c.ProblemDetails.Type = $"urn:faireavec:erreur:{statut}";
        // One shape for all refusals, those of the host too: a reader always finds the list.
        c.ProblemDetails.Extensions.TryAdd(Problemes.Erreurs, new[] { new FauteDuProbleme($"HTTP-{statut}", null, c.ProblemDetails.Detail, null) });
        c.HttpContext.Response.Headers.ContentLanguage = "fr";
        // Its name follows the naming policy of the API.
        c.ProblemDetails.Extensions.Remove("trace_id");
    });

    public static void UseErreurs(this WebApplication application)
    {
        application.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e switch
            {
                BadHttpRequestException mauvaise => mauvaise.StatusCode,
                AntiforgeryValidationException => StatusCodes.Status400BadRequest,
                _ when PanneDeLaBase.Est(e) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
            SuppressDiagnosticsCallback = c => c.Exception is BadHttpRequestException or AntiforgeryValidationException,
            ExceptionHandler = EcrireAsync,
        });
        application.UseStatusCodePages(c => EcrireAsync(c.HttpContext));
    }

    /// <summary>Title and advice of a status, in French.</summary>
    public static (string Titre, string Detail) Phrases(int statut) => statut switch
    {
        400 => ("Demande incomprise", "Une partie de l’adresse ou du formulaire n’est pas valable. Revenez en arrière et vérifiez ce que vous avez écrit."),
        401 or 403 => ("Page réservée", "Cette page n’est pas ouverte à tout le monde. Si vous pensez y avoir droit, écrivez-nous."),
        404 => ("Page introuvable", "Cette page n’existe pas ou n’existe plus. Vous pouvez chercher un lieu depuis l’accueil."),
        405 => ("Action impossible ici", "Cette adresse n’accepte pas cette action."),
        413 => ("Envoi trop volumineux", "Ce que vous envoyez dépasse la taille acceptée."),
        414 or 431 => ("Adresse trop longue", "L’adresse demandée est trop longue. Raccourcissez votre recherche."),
        415 => ("Format non accepté", "Ce format d’envoi n’est pas accepté."),
        423 => ("Rien ne peut être enregistré en ce moment", "Ce que vous venez d’envoyer n’est pas enregistré. Revenez en arrière : votre saisie y est encore. Gardez-la et recommencez après la maintenance."),
        429 => ("Trop de demandes à la fois", "Beaucoup de demandes sont arrivées de votre réseau. Attendez un peu, puis recommencez."),
        503 => ("Service momentanément indisponible", "FaireAvec démarre ou sa base de données ne répond pas. Recommencez dans un instant."),
        _ => ("Une erreur est survenue", "C’est de notre côté, pas du vôtre. Recommencez dans une minute ; si cela continue, écrivez-nous."),
    };

    /// <summary>The same for a form that wasn't taken.</summary>
    public static (string Titre, string Detail) Phrases(RefusDeFormulaire refus, bool anglais) => (refus, anglais) switch
    {
        (RefusDeFormulaire.SessionFinie, false) => ("Votre session est finie", "Après un moment sans rien envoyer, la session s’arrête, pour que personne ne prenne votre place. Ce que vous venez d’envoyer n’est pas enregistré."),
        (RefusDeFormulaire.SessionFinie, true) => ("Your session has ended", "After a while without sending anything, the session stops, so that nobody takes your place. What you have just sent is not saved."),
        (_, false) => ("Ce formulaire n’est plus à jour", "Il était ouvert depuis longtemps, ou vous avez changé de compte ou d’organisation dans un autre onglet. Ce que vous venez d’envoyer n’est pas enregistré."),
        (_, true) => ("This form is out of date", "It was open for a long time, or you changed account or organisation in another tab. What you have just sent is not saved."),
    };

    /// <summary>The same in English, for who chose it.</summary>
    public static (string Titre, string Detail) PhrasesEnAnglais(int statut) => statut switch
    {
        400 => ("We did not understand", "Part of the address or of the form is not valid. Go back and check what you wrote."),
        401 or 403 => ("Restricted page", "This page is not open to everybody. If you think you may see it, write to us."),
        404 => ("Page not found", "This page does not exist, or no longer exists. You can look for a place from the home page."),
        405 => ("Not possible here", "This address does not accept this action."),
        413 => ("Too big", "What you send is bigger than we accept."),
        414 or 431 => ("Address too long", "The address is too long. Make your search shorter."),
        415 => ("Format not accepted", "We do not accept this format."),
        423 => ("Maintenance: nothing can be saved", "What you have just sent is not saved. Go back: what you typed is still there. Keep it and try again after the maintenance."),
        429 => ("Too many requests at once", "Many requests came from your network. Wait a little, then try again."),
        503 => ("Service unavailable for a moment", "FaireAvec is starting, or its database does not answer. Try again in a moment."),
        _ => ("Something went wrong", "It is our fault, not yours. Try again in a minute; if it goes on, write to us."),
    };

    /// <summary>The same for another system, which has no page to go back to.</summary>
    private static (string Titre, string Detail) PhrasesDeLApi(int statut) => statut switch
    {
        400 => ("Demande incomprise", "Une partie de la demande n’est pas valable. Les paramètres acceptés sont décrits dans /openapi/v1.json."),
        401 or 403 => ("Accès réservé", "Cette adresse n’est pas ouverte à tout le monde."),
        404 => ("Introuvable", "Rien ne répond à cette adresse. Les adresses de l’API sont décrites dans /openapi/v1.json."),
        414 or 431 => ("Adresse trop longue", "L’adresse demandée est trop longue. Donnez moins de paramètres, ou de plus courts."),
        _ => Phrases(statut),
    };

    private static async Task EcrireAsync(HttpContext contexte)
    {
        var statut = contexte.Response.StatusCode;
        var origine = contexte.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? contexte.Request.Path.Value ?? "";
        if (ProblemesSansNegociation.Concerne(origine))
        {
            await contexte.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = contexte, ProblemDetails = { Status = statut, Detail = contexte.Items[LectureSeule.Phrase] is string phrase ? $"Rien ne peut être enregistré pendant la maintenance. {phrase}" : null } });
            return;
        }

        await PageDErreur.EcrireAsync(contexte, statut);
    }
}
