using FaireAvec.Kernel.Demarrage;

namespace FaireAvec.Host.Site;

/// <summary>Until the database is ready, every page answers 503 and asks to come back in a moment; only health and assets answer.</summary>
internal sealed class AttenteDuDemarrage(RequestDelegate suite, EtatDemarrage etat)
{
    public Task InvokeAsync(HttpContext contexte)
    {
        if (etat.Pret || contexte.Request.Path.StartsWithSegments("/sante", StringComparison.Ordinal) || contexte.Request.Path.Value!.StartsWith("/ui/", StringComparison.Ordinal))
        {
            return suite(contexte);
        }

        contexte.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        contexte.Response.Headers.RetryAfter = "5";
        return Task.CompletedTask;
    }
}
