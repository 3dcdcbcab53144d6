using FaireAvec.Kernel.Securite;

namespace FaireAvec.Host.Site;

/// <summary>
/// A page says who is signed in: a cache must never show it to the next person, nor show « Se connecter » to somebody who is. And whoever looks as
/// somebody else changes nothing: refused here for every page and endpoint, so that none can forget.
/// </summary>
internal sealed class PagesDeChacun(RequestDelegate suite)
{
    /// <summary>The one form that a look still sends: its own end.</summary>
    private const string FinDuRegard = "/deconnexion";

    public Task InvokeAsync(HttpContext contexte, Demandeur demandeur)
    {
        if (demandeur.Identite is { LectureSeule: true } && !HttpMethods.IsGet(contexte.Request.Method) && !HttpMethods.IsHead(contexte.Request.Method) && contexte.Request.Path != FinDuRegard)
        {
            contexte.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        var connecte = demandeur.Connecte;
        contexte.Response.OnStarting(() =>
        {
            if (contexte.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                if (connecte)
                {
                    contexte.Response.Headers.CacheControl = "no-cache, no-store";
                }
                else
                {
                    contexte.Response.Headers.Append("Vary", "Cookie");
                }
            }

            return Task.CompletedTask;
        });
        return suite(contexte);
    }
}
