using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.StaticAssets;

namespace FaireAvec.Host.Site;

/// <summary>
/// A file of the theme asked for by the address that pages write, with its fingerprint, is kept for a year without asking again: another file has another address.
/// Asked for in another way, it is compared at each use, as the framework says. During an upgrade with several nodes, a node doesn't promise what the other has.
/// </summary>
internal sealed class FichiersDuTheme(RequestDelegate suite, IFileVersionProvider versions)
{
    public const string PourToujours = "public, max-age=31536000, immutable";

    public Task InvokeAsync(HttpContext contexte)
    {
        if (contexte.Request.QueryString.HasValue && contexte.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is { } fichier && EstLaSienne(contexte.Request, fichier))
        {
            // After the endpoint has written its own.
            contexte.Response.OnStarting(() =>
            {
                if (contexte.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified)
                {
                    contexte.Response.Headers.CacheControl = PourToujours;
                }

                return Task.CompletedTask;
            });
        }

        return suite(contexte);
    }

    // By its own name: who asks may write it in many ways, and each would take a room in what the framework keeps.
    private bool EstLaSienne(HttpRequest requete, StaticAssetDescriptor fichier)
    {
        var chemin = requete.PathBase.Add("/" + fichier.Route).Value!;
        return versions.AddFileVersionToPath(requete.PathBase, chemin) == chemin + requete.QueryString;
    }
}
