using Microsoft.AspNetCore.Localization;

namespace FaireAvec.Host.Site;

/// <summary>
/// The language of what other sites show in their pages: the one that their address asks for, French otherwise. The cookie isn't looked at: a browser doesn't
/// send it there, and an answer that anybody may keep can't depend on it.
/// </summary>
internal sealed class LangueDeLAdresse : RequestCultureProvider
{
    private const string Parametre = "langue";

    private static readonly PathString[] Adresses = ["/integrer/recherche", "/api/v1/lieux/en-phrases"];

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        if (!Adresses.Any(a => httpContext.Request.Path.Equals(a, StringComparison.OrdinalIgnoreCase)))
        {
            return NullProviderCultureResult;
        }

        var langue = httpContext.Request.Query[Parametre].ToString();
        return Task.FromResult<ProviderCultureResult?>(new(Application.Langues.Contains(langue) ? langue : "fr"));
    }
}
