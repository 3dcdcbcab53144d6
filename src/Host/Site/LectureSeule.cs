using FaireAvec.Kernel.Exploitation;

namespace FaireAvec.Host.Site;

/// <summary>
/// During a maintenance that says so, everything is read and nothing is written: forms and writes of the API are refused with a sentence, before anything
/// else looks at them. One still signs in and out, and those who run the platform still end the maintenance.
/// </summary>
internal sealed class LectureSeule(RequestDelegate suite, ReglagesVivants reglages)
{
    /// <summary>Where the sentence of the refusal is, for the page that says it.</summary>
    public const string Phrase = "maintenance";

    private static readonly string[] Ouvertes = ["/connexion", "/deconnexion", "/demo", "/administration", RapportsCsp.Adresse, "/api/v1/jetons"];

    public Task InvokeAsync(HttpContext contexte)
    {
        if (HttpMethods.IsGet(contexte.Request.Method) || HttpMethods.IsHead(contexte.Request.Method) || HttpMethods.IsOptions(contexte.Request.Method)
            || reglages.EnCours is not { LectureSeule: true } maintenance || Array.Exists(Ouvertes, o => contexte.Request.Path.StartsWithSegments(o, StringComparison.OrdinalIgnoreCase)))
        {
            return suite(contexte);
        }

        contexte.Items[Phrase] = maintenance.Texte;
        // Another system tries again by itself when it is told to wait; a person is told by a page that keeps its menu.
        contexte.Response.StatusCode = contexte.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status423Locked;
        contexte.Response.Headers.RetryAfter = "300";
        return Task.CompletedTask;
    }
}
