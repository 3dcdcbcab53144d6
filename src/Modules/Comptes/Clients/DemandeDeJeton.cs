using System.Text;
using FaireAvec.Comptes.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FaireAvec.Comptes.Clients;

/// <summary>A request for a token (RFC 6749, 4.4.2), read by hand: every way in which it can be wrong has its word in the RFC.</summary>
/// <param name="Client">As it was written.</param>
/// <param name="Secret">As it was written.</param>
/// <param name="Etendues">Those asked for; empty for all that the client has.</param>
internal sealed record DemandeDeJeton(string Client, string Secret, IReadOnlyList<string> Etendues)
{
    public const int TailleMax = 8 * 1024;

    private const string Basique = "Basic ";

    /// <summary>The request, or its refusal.</summary>
    public static async Task<(DemandeDeJeton? Demande, RefusDeJeton? Refus)> LireAsync(HttpRequest requete, CancellationToken annulation)
    {
        if (await FormulaireAsync(requete, annulation) is not { } formulaire)
        {
            return (null, ErreursDeJeton.Forme);
        }

        if (formulaire.FirstOrDefault(c => c.Value.Count > 1).Key is { } repete)
        {
            return (null, ErreursDeJeton.Repete(repete[..Math.Min(repete.Length, 40)]));
        }

        switch ((string?)formulaire["grant_type"])
        {
            case null or "":
                return (null, ErreursDeJeton.TypeManque);
            case not "client_credentials":
                return (null, ErreursDeJeton.TypeInconnu);
        }

        var (client, secret) = ((string?)formulaire["client_id"], (string?)formulaire["client_secret"]);
        if (requete.Headers.Authorization.Count > 0)
        {
            // client_id may be repeated in the body, the secret may not (RFC 6749, 2.3).
            if (secret is not null)
            {
                return (null, ErreursDeJeton.DeuxPreuves);
            }

            if (LireBasique(requete.Headers.Authorization) is not { } lus || (client is not null && client != lus.Client))
            {
                return (null, ErreursDeJeton.ClientRefuse);
            }

            (client, secret) = lus;
        }

        return client is null || secret is null
            ? (null, ErreursDeJeton.ClientRefuse)
            : (new DemandeDeJeton(client, secret, ((string?)formulaire["scope"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList()), null);
    }

    private static async Task<IFormCollection?> FormulaireAsync(HttpRequest requete, CancellationToken annulation)
    {
        if (requete.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true || requete.ContentLength > TailleMax)
        {
            return null;
        }

        if (requete.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } taille)
        {
            taille.MaxRequestBodySize = TailleMax;
        }

        try
        {
            return await requete.ReadFormAsync(annulation);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    // Both parts are written as in a form before being put together (RFC 6749, 2.3.1).
    private static (string Client, string Secret)? LireBasique(string? entete)
    {
        if (entete?.StartsWith(Basique, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var octets = new byte[entete.Length];
        return Convert.TryFromBase64String(entete[Basique.Length..].Trim(), octets, out var nombre) && Encoding.UTF8.GetString(octets, 0, nombre).Split(':', 2) is [var client, var secret]
            ? (Decoder(client), Decoder(secret))
            : null;
    }

    private static string Decoder(string texte) => Uri.UnescapeDataString(texte.Replace('+', ' '));
}
