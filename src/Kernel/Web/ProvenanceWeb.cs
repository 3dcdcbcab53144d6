using Microsoft.AspNetCore.Http;

namespace FaireAvec.Kernel.Web;

/// <summary>From which page something is written, as the journal keeps it for ever.</summary>
public static class ProvenanceWeb
{
    // The names under which routes hold a secret: a link that is a key.
    private static readonly string[] Secrets = ["jeton", "secret"];

    /// <summary>« web:/connexion/lien/… »: the path without its query, which may hold a position, and without the secret that some addresses hold.</summary>
    public static string De(HttpContext contexte)
    {
        var chemin = contexte.Request.Path.ToString();
        foreach (var cle in Secrets)
        {
            if (contexte.Request.RouteValues.TryGetValue(cle, out var valeur) && valeur is string { Length: > 0 } secret)
            {
                chemin = chemin.Replace(secret, "…", StringComparison.Ordinal);
            }
        }

        return $"web:{chemin}";
    }
}
