using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FaireAvec.Comptes.Oidc;

/// <summary>What a provider says of somebody, once everything is checked.</summary>
/// <param name="Sub">Their number at the provider.</param>
/// <param name="Sid">Their session there.</param>
/// <param name="Niveau">Level of the sign-in (acr).</param>
/// <param name="Jeton">The identity token.</param>
/// <param name="Donnees">Claims of the token and of the user's page.</param>
internal sealed record IdentiteRecue(string Sub, string? Sid, string? Niveau, string Jeton, IReadOnlyDictionary<string, string> Donnees);

/// <summary>
/// Talks to a provider: discovery, authorisation code with PKCE (RFC 7636), token, user's page, end of session. Singleton: what a provider publishes is
/// kept, read again each day, and at once when a token is signed by a key that isn't known yet.
/// </summary>
internal sealed partial class ClientOidc(IHttpClientFactory clients, VerificationDuJeton verification, TimeProvider horloge, ILogger<ClientOidc> journal)
{
    public const string Http = "oidc";

    /// <summary>False tokens must not make us read a provider's keys again and again.</summary>
    private static readonly TimeSpan EntreDeuxLectures = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Publication> _publies = new(StringComparer.Ordinal);

    /// <summary>The address where the person goes to sign in; null when the provider doesn't answer.</summary>
    public async Task<string?> AdresseDAutorisationAsync(FournisseurOidc fournisseur, string retour, string etat, string nonce, string verificateur, string? niveau, CancellationToken annulation) =>
        await PublieAsync(fournisseur, annulation) is { } publie
            ? QueryHelpers.AddQueryString(publie.AuthorizationEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = fournisseur.ClientId,
                ["response_type"] = "code",
                ["scope"] = string.Join(' ', fournisseur.Etendues),
                ["redirect_uri"] = retour,
                ["state"] = etat,
                ["nonce"] = nonce,
                ["acr_values"] = niveau ?? fournisseur.Niveaux[0],
                ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verificateur))),
                ["code_challenge_method"] = "S256",
            })
            : null;

    /// <summary>Exchanges the code, checks all, and reads who it is.</summary>
    /// <param name="fournisseur">The provider.</param>
    /// <param name="code">What the browser brought back.</param>
    /// <param name="emetteur">The issuer that the answer names (RFC 9207), or null.</param>
    /// <param name="retour">The address that it came back to.</param>
    /// <param name="nonce">What we asked with.</param>
    /// <param name="verificateur">The other half of the challenge.</param>
    /// <param name="niveau">A level asked for this time, or null.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<IdentiteRecue>> EchangerAsync(FournisseurOidc fournisseur, string code, string? emetteur, string retour, string nonce, string verificateur, string? niveau, CancellationToken annulation)
    {
        if (await PublieAsync(fournisseur, annulation) is not { } publie)
        {
            return ErreursOidc.Injoignable;
        }

        // A provider that says that it names itself must do so: otherwise the answer of one could be given for that of another.
        var seNomme = publie.AuthorizationResponseIssParameterSupported;
        if (emetteur is null ? seNomme : emetteur != fournisseur.Emetteur)
        {
            return Refuser(fournisseur, "the answer names another issuer", ErreursOidc.JetonRefuse);
        }

        try
        {
            using var client = clients.CreateClient(Http);
            using var corps = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = retour,
                ["client_id"] = fournisseur.ClientId,
                ["client_secret"] = fournisseur.Secret,
                ["code_verifier"] = verificateur,
            });
            using var reponse = await client.PostAsync(publie.TokenEndpoint, corps, annulation);
            if (!reponse.IsSuccessStatusCode)
            {
                return Refuser(fournisseur, $"the code is refused ({(int)reponse.StatusCode})", (int)reponse.StatusCode >= 500 ? ErreursOidc.Injoignable : ErreursOidc.JetonRefuse);
            }

            var jetons = await reponse.Content.ReadFromJsonAsync<JsonElement>(annulation);
            if (Texte(jetons, "id_token") is not { } jeton || Texte(jetons, "access_token") is not { } acces)
            {
                return Refuser(fournisseur, "a token is missing", ErreursOidc.JetonRefuse);
            }

            var verifie = await verification.VerifierAsync(jeton, fournisseur, publie, nonce, acces, niveau);
            if (!verifie.Reussi && verifie.Erreur == ErreursOidc.JetonRefuse && await PublieAsync(fournisseur, annulation, relire: true) is { } nouveau)
            {
                // Keys turn: what is published is read once more before a signature is called wrong.
                publie = nouveau;
                verifie = await verification.VerifierAsync(jeton, fournisseur, publie, nonce, acces, niveau);
            }

            if (!verifie.Reussi)
            {
                return Refuser(fournisseur, $"the token is refused ({verifie.Erreur!.Code})", verifie.Erreur);
            }

            var donnees = Donnees(verifie.Valeur);
            if (publie.UserInfoEndpoint is { Length: > 0 } page && !await LireLaPageAsync(client, fournisseur, publie, page, acces, donnees, annulation))
            {
                return Refuser(fournisseur, "the user's page is refused", ErreursOidc.JetonRefuse);
            }

            return new IdentiteRecue(verifie.Valeur.Subject, donnees.GetValueOrDefault("sid"), donnees.GetValueOrDefault("acr"), jeton, donnees);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException { InnerException: TimeoutException })
        {
            return Refuser(fournisseur, e.GetType().Name, ErreursOidc.Injoignable);
        }
    }

    /// <summary>The address that ends the session at the provider; null when it has none.</summary>
    public async Task<string?> AdresseDeFinAsync(FournisseurOidc fournisseur, string jeton, string retour, string etat, CancellationToken annulation) =>
        await PublieAsync(fournisseur, annulation) is { EndSessionEndpoint: { Length: > 0 } fin }
            ? QueryHelpers.AddQueryString(fin, new Dictionary<string, string?>(StringComparer.Ordinal) { ["id_token_hint"] = jeton, ["post_logout_redirect_uri"] = retour, ["state"] = etat })
            : null;

    /// <summary>What the provider says of a session that is over; null when the message isn't good.</summary>
    public async Task<(string? Sub, string? Sid)?> LireLaFinAsync(FournisseurOidc fournisseur, string jeton, CancellationToken annulation)
    {
        if (await PublieAsync(fournisseur, annulation) is not { } publie)
        {
            return null;
        }

        var lu = await verification.VerifierLaFinAsync(jeton, fournisseur, publie);
        if (lu is null && await PublieAsync(fournisseur, annulation, relire: true) is { } nouveau)
        {
            lu = await verification.VerifierLaFinAsync(jeton, fournisseur, nouveau);
        }

        return lu is null ? null : (lu.Subject, lu.TryGetPayloadValue<string>("sid", out var sid) ? sid : null);
    }

    private async Task<bool> LireLaPageAsync(HttpClient client, FournisseurOidc fournisseur, OpenIdConnectConfiguration publie, string page, string acces, Dictionary<string, string> donnees, CancellationToken annulation)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, page);
        requete.Headers.Authorization = new AuthenticationHeaderValue("Bearer", acces);
        using var reponse = await client.SendAsync(requete, annulation);
        if (!reponse.IsSuccessStatusCode)
        {
            return false;
        }

        Dictionary<string, string> lues;
        if (reponse.Content.Headers.ContentType?.MediaType == "application/jwt")
        {
            if (await verification.VerifierLaReponseAsync((await reponse.Content.ReadAsStringAsync(annulation)).Trim(), fournisseur, publie) is not { } signe)
            {
                return false;
            }

            lues = Donnees(signe);
        }
        else
        {
            lues = Donnees(await reponse.Content.ReadFromJsonAsync<JsonElement>(annulation));
        }

        // The page of somebody else must never complete a token (OpenID Connect Core 1.0, 5.3.2).
        if (lues.GetValueOrDefault("sub") != donnees["sub"])
        {
            return false;
        }

        foreach (var (nom, valeur) in lues)
        {
            donnees.TryAdd(nom, valeur);
        }

        return true;
    }

    private async Task<OpenIdConnectConfiguration?> PublieAsync(FournisseurOidc fournisseur, CancellationToken annulation, bool relire = false)
    {
        var publication = _publies.GetOrAdd(fournisseur.Emetteur, _ => Lire(fournisseur));
        if (relire)
        {
            if (horloge.GetUtcNow() - publication.LueLe < EntreDeuxLectures)
            {
                return null;
            }

            // The manager's own refresh answers with the old keys until it is done: a new one reads at once.
            publication = _publies[fournisseur.Emetteur] = Lire(fournisseur);
        }

        try
        {
            var publie = await publication.Gestion.GetConfigurationAsync(annulation);
            if (publie.Issuer == fournisseur.Emetteur)
            {
                return publie;
            }

            Refuser(fournisseur, "discovery names another issuer", ErreursOidc.Injoignable);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or ArgumentException)
        {
            Refuser(fournisseur, $"discovery: {e.GetType().Name}", ErreursOidc.Injoignable);
        }

        return null;
    }

    private Publication Lire(FournisseurOidc fournisseur) => new(
        new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{fournisseur.Emetteur.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(clients.CreateClient(Http)) { RequireHttps = !fournisseur.SurCetteMachine })
        { AutomaticRefreshInterval = TimeSpan.FromDays(1) },
        horloge.GetUtcNow());

    private Erreur Refuser(FournisseurOidc fournisseur, string pourquoi, Erreur erreur)
    {
        Refus(journal, fournisseur.Federation, pourquoi);
        return erreur;
    }

    private static Dictionary<string, string> Donnees(JsonWebToken jeton)
    {
        var donnees = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in jeton.Claims)
        {
            donnees.TryAdd(claim.Type, claim.Value);
        }

        return donnees;
    }

    private static Dictionary<string, string> Donnees(JsonElement objet) => objet.ValueKind == JsonValueKind.Object
        ? objet.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal)
        : [];

    private static string? Texte(JsonElement objet, string nom) =>
        objet.ValueKind == JsonValueKind.Object && objet.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.String ? valeur.GetString() : null;

    /// <summary>What a provider publishes, and when we began to read it.</summary>
    private sealed record Publication(ConfigurationManager<OpenIdConnectConfiguration> Gestion, DateTimeOffset LueLe);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in by {Federation} refused: {Pourquoi}")]
    private static partial void Refus(ILogger journal, Federation federation, string pourquoi);
}
