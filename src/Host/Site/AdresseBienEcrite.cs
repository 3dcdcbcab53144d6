using System.Text;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;

namespace FaireAvec.Host.Site;

/// <summary>
/// Refuses a search whose « %xx » aren't UTF-8: read as they are, they would be looked for letter by letter and find nothing, without a word of it.
/// Only on the API: what a person typed is searched as well as it can be.
/// </summary>
internal sealed class AdresseBienEcrite(RequestDelegate suite)
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public Task InvokeAsync(HttpContext contexte) =>
        contexte.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !EstLisible(contexte.Request.QueryString.Value ?? "")
            ? Problemes.Refus(new Erreur("HTTP-400", "L’adresse contient un « %xx » qui n’est pas de l’UTF-8. Écrivez les caractères accentués en UTF-8, par exemple « %C3%A9 » pour « é ».")).ExecuteAsync(contexte)
            : suite(contexte);

    /// <summary>True when every escape of the query is two hexadecimal digits, and their bytes are UTF-8.</summary>
    public static bool EstLisible(string requete)
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
                return false;
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
