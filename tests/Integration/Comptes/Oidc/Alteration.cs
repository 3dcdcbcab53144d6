using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace FaireAvec.Tests.Integration.Comptes.Oidc;

/// <summary>
/// Stands between the product and the provider, and lies when a test asks for it. A key of its own is published among the provider's, so that each lie
/// is told with a good signature: what refuses it is the check that the test names.
/// </summary>
public sealed class Alteration : DelegatingHandler
{
    private static readonly RSA Publiee = RSA.Create(2048);
    private static readonly RSA Inconnue = RSA.Create(2048);

    public Alteration()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
    }

    /// <summary>Changes the payload of the identity token, which is then signed again by the published key.</summary>
    public Action<JsonObject>? Charge { get; set; }

    /// <summary>Makes the whole token out of the true one.</summary>
    public Func<string, string>? Jeton { get; set; }

    /// <summary>Changes what the user's page answers.</summary>
    public Action<JsonObject>? Page { get; set; }

    /// <summary>Changes what the provider publishes of itself.</summary>
    public Action<JsonObject>? Decouverte { get; set; }

    /// <summary>The token's page answers this.</summary>
    public HttpStatusCode? Statut { get; set; }

    public void Rien() => (Charge, Jeton, Page, Decouverte, Statut) = (null, null, null, null, null);

    public static string Signer(JsonObject charge) => Signer("""{"alg":"RS256","kid":"essai"}""", charge.ToJsonString(), Publiee);

    public static string SignerDUneCleInconnue(string jeton, string kid) => Signer($$"""{"alg":"RS256","kid":"{{kid}}"}""", Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(jeton.Split('.')[1])), Inconnue);

    public static string SansSignature(string jeton) => $"{Coder("""{"alg":"none"}""")}.{jeton.Split('.')[1]}.";

    /// <summary>The public key taken as a shared secret: the oldest trick on libraries that trust the header.</summary>
    public static string SigneDeLaClePublique(string jeton)
    {
        var corps = $"{Coder("""{"alg":"HS256","kid":"essai"}""")}.{jeton.Split('.')[1]}";
        return $"{corps}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Publiee.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(corps)))}";
    }

    public static JsonObject ChargeDe(string jeton) => JsonNode.Parse(WebEncoders.Base64UrlDecode(jeton.Split('.')[1]))!.AsObject();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var chemin = request.RequestUri!.AbsolutePath;
        if (chemin == "/token" && Statut is { } statut)
        {
            return new HttpResponseMessage(statut) { Content = new StringContent("{}") };
        }

        var reponse = await base.SendAsync(request, cancellationToken);
        if (!reponse.IsSuccessStatusCode || reponse.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/jwk-set+json"))
        {
            return reponse;
        }

        var json = JsonNode.Parse(await reponse.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        switch (chemin)
        {
            case "/jwks":
                var cle = Publiee.ExportParameters(false);
                json["keys"]!.AsArray().Add(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "essai", ["n"] = WebEncoders.Base64UrlEncode(cle.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(cle.Exponent!) });
                break;
            case "/.well-known/openid-configuration":
                Decouverte?.Invoke(json);
                break;
            case "/me":
                Page?.Invoke(json);
                break;
            case "/token" when Charge is not null:
                var charge = ChargeDe(json["id_token"]!.GetValue<string>());
                Charge(charge);
                json["id_token"] = Signer(charge);
                break;
            case "/token" when Jeton is not null:
                json["id_token"] = Jeton(json["id_token"]!.GetValue<string>());
                break;
        }

        reponse.Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
        return reponse;
    }

    private static string Signer(string entete, string charge, RSA cle)
    {
        var corps = $"{Coder(entete)}.{Coder(charge)}";
        return $"{corps}.{WebEncoders.Base64UrlEncode(cle.SignData(Encoding.ASCII.GetBytes(corps), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Coder(string texte) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(texte));
}
