using System.Text;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;

namespace FaireAvec.Host.Site;

/// <summary>
/// Refuses a search whose « %xx » aren't UTF-8: read as they are, they would be looked for letter by letter and find nothing, without a word of it.
/// A page only refuses bytes that are no letter at all: a « % » alone is one that somebody typed, and is searched as it is.
/// </summary>
internal sealed class AdresseBienEcrite(RequestDelegate suite)
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public Task InvokeAsync(HttpContext contexte)
    {
        var api = contexte.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (EstLisible(contexte.Request.QueryString.Value ?? "", pourcentSeul: !api))
        {
            return suite(contexte);
        }

        if (api)
        {
            return Problemes.Refus(new Erreur("HTTP-400", "L’adresse contient un « %xx » qui n’est pas de l’UTF-8. Écrivez les caractères accentués en UTF-8, par exemple « %C3%A9 » pour « é ».")).ExecuteAsync(contexte);
        }

        // The page of errors follows.
        contexte.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>True when every escape of the query is two hexadecimal digits, and their bytes are UTF-8.</summary>
    /// <param name="requete">The query of an address.</param>
    /// <param name="pourcentSeul">True to take a « % » without digits for itself.</param>
    public static bool EstLisible(string requete, bool pourcentSeul = false)
    {
        if (!requete.Contains('%', StringComparison.Ordinal))
        {
            return true;
        }

        var octets = new List<byte>(requete.Length);
        for (var i = 0; i < requete.Length; i++)
        {
            if (requete[i] != '%')
            {
                octets.AddRange(Encoding.UTF8.GetBytes(requete[i].ToString()));
                continue;
            }

            if (i + 2 >= requete.Length || !char.IsAsciiHexDigit(requete[i + 1]) || !char.IsAsciiHexDigit(requete[i + 2]))
            {
                if (!pourcentSeul)
                {
                    return false;
                }

                octets.Add((byte)'%');
                continue;
            }

            octets.Add(Convert.FromHexString(requete.AsSpan(i + 1, 2))[0]);
            i += 2;
        }

        try
        {
            Strict.GetCharCount([.. octets]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
