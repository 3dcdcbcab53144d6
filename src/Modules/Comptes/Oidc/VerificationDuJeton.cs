using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Resultats;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace FaireAvec.Comptes.Oidc;

/// <summary>
/// Everything that an identity token must be (OpenID Connect Core 1.0, 3.1.3.7): signed by a published key with an asymmetric algorithm, from this
/// issuer, for us alone, not expired nor from the future, the answer to our question (nonce), of an accepted level, and bound to the access token.
/// </summary>
internal sealed class VerificationDuJeton(TimeProvider horloge)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    // No symmetric algorithm: whoever knows a public key could sign with it. No « none ».
    private static readonly string[] Algorithmes = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly JsonWebTokenHandler Lecteur = new() { MapInboundClaims = false };

    /// <param name="jeton">As received.</param>
    /// <param name="fournisseur">Who must have made it.</param>
    /// <param name="publie">What the provider publishes of itself.</param>
    /// <param name="nonce">What we asked with.</param>
    /// <param name="jetonDAcces">Received beside it.</param>
    /// <param name="niveauMinimal">A level asked for this time; null: any accepted one.</param>
    public async Task<Resultat<JsonWebToken>> VerifierAsync(string jeton, FournisseurOidc fournisseur, OpenIdConnectConfiguration publie, string nonce, string? jetonDAcces, string? niveauMinimal = null)
    {
        if (await SigneAsync(jeton, fournisseur, publie) is not { } lu
            || !Egaux(Texte(lu, "nonce"), nonce)
            || !PourNousSeuls(lu, fournisseur)
            || !LieALAcces(lu, jetonDAcces)
            || string.IsNullOrEmpty(lu.Subject))
        {
            return ErreursOidc.JetonRefuse;
        }

        var rang = Rang(fournisseur, Texte(lu, "acr"));
        return rang < 0 || rang < Rang(fournisseur, niveauMinimal) ? ErreursOidc.Niveau : lu;
    }

    /// <summary>A message of the provider that a session of ours is over (OpenID Connect Back-Channel Logout 1.0, 2.6); null when it isn't one.</summary>
    public async Task<JsonWebToken?> VerifierLaFinAsync(string jeton, FournisseurOidc fournisseur, OpenIdConnectConfiguration publie)
    {
        // An identity token must never pass for an order to sign out: this one names the event, and has no nonce.
        return await SigneAsync(jeton, fournisseur, publie) is { } lu
            && Texte(lu, "nonce") is null
            && lu.TryGetPayloadValue<System.Text.Json.JsonElement>("events", out var evenements)
            && evenements.ValueKind == System.Text.Json.JsonValueKind.Object && evenements.TryGetProperty("http://schemas.openid.net/event/backchannel-logout", out _)
            && (Texte(lu, "sid") ?? lu.Subject) is { Length: > 0 }
            ? lu
            : null;
    }

    /// <summary>The answer of the user's page when it is signed: same issuer, same audience, same keys; null when it isn't good.</summary>
    public Task<JsonWebToken?> VerifierLaReponseAsync(string jeton, FournisseurOidc fournisseur, OpenIdConnectConfiguration publie) => SigneAsync(jeton, fournisseur, publie, sansFin: true);

    private async Task<JsonWebToken?> SigneAsync(string jeton, FournisseurOidc fournisseur, OpenIdConnectConfiguration publie, bool sansFin = false)
    {
        if (jeton.Length > 16 * 1024 || !Lecteur.CanReadToken(jeton))
        {
            return null;
        }

        var resultat = await Lecteur.ValidateTokenAsync(jeton, new TokenValidationParameters
        {
            ValidIssuer = fournisseur.Emetteur,
            ValidAudience = fournisseur.ClientId,
            IssuerSigningKeys = publie.SigningKeys,
            ValidAlgorithms = Algorithmes,
            RequireSignedTokens = true,
            RequireExpirationTime = !sansFin,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (debut, fin, _, _) => EnCours(debut, fin, sansFin),
        });
        return resultat is { IsValid: true, SecurityToken: JsonWebToken lu } && (lu.IssuedAt == DateTime.MinValue ? sansFin : lu.IssuedAt <= Maintenant + Tolerance) ? lu : null;
    }

    private DateTime Maintenant => horloge.GetUtcNow().UtcDateTime;

    private bool EnCours(DateTime? debut, DateTime? fin, bool sansFin) =>
        (fin is { } f ? f + Tolerance > Maintenant : sansFin) && (debut is null || debut <= Maintenant + Tolerance);

    private static bool PourNousSeuls(JsonWebToken jeton, FournisseurOidc fournisseur) =>
        Texte(jeton, "azp") is { } partie ? partie == fournisseur.ClientId : jeton.Audiences.Count() == 1;

    /// <summary>When the token carries the hash of the access token, it is that of ours (the left half of SHA-256, for these algorithms).</summary>
    private static bool LieALAcces(JsonWebToken jeton, string? acces) =>
        Texte(jeton, "at_hash") is not { } attendu || (acces is not null && Egaux(attendu, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(acces)).AsSpan(0, 16))));

    private static int Rang(FournisseurOidc fournisseur, string? niveau)
    {
        for (var i = 0; i < fournisseur.Niveaux.Count; i++)
        {
            if (fournisseur.Niveaux[i] == niveau)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? Texte(JsonWebToken jeton, string nom) => jeton.TryGetPayloadValue<string>(nom, out var valeur) ? valeur : null;

    private static bool Egaux(string? a, string b) => a is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
