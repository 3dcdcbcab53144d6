using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.Oidc;

/// <summary>The two identity federations of the State: one for those who work, one for everybody.</summary>
internal enum Federation
{
    ProConnect,
    FranceConnect,
}

/// <summary>An OpenID provider that the operator has an agreement with. Without its settings, the button isn't shown and the addresses don't exist.</summary>
/// <param name="Federation">Which one.</param>
/// <param name="Emetteur">Its issuer, exactly as it writes it.</param>
/// <param name="ClientId">What we are for it.</param>
/// <param name="Secret">Our secret there.</param>
/// <param name="Etendues">Scopes asked for.</param>
/// <param name="Niveaux">Levels (acr) accepted, the lowest first; the first one is asked for.</param>
internal sealed record FournisseurOidc(Federation Federation, string Emetteur, string ClientId, string Secret, IReadOnlyList<string> Etendues, IReadOnlyList<string> Niveaux)
{
    /// <summary>
    /// Reads <c>ProConnect:Emetteur</c>, <c>ClientId</c>, <c>Secret</c> or <c>SecretFichier</c>, <c>Etendues</c>, <c>Niveaux</c> (with a space between
    /// several); null when the federation isn't set.
    /// </summary>
    public static FournisseurOidc? De(IConfiguration configuration, Federation federation)
    {
        var section = configuration.GetSection(federation.ToString());
        if (section["Emetteur"] is not { Length: > 0 } emetteur || section["ClientId"] is not { Length: > 0 } client)
        {
            return null;
        }

        var secret = section["SecretFichier"] is { Length: > 0 } fichier ? File.ReadAllText(fichier).Trim() : section["Secret"];
        return new FournisseurOidc(
            federation,
            emetteur,
            client,
            secret is { Length: > 0 } ? secret : throw new InvalidOperationException($"{federation} has no secret: give {federation}__Secret or {federation}__SecretFichier."),
            Mots(section["Etendues"], federation == Federation.ProConnect ? "openid given_name usual_name email uid" : "openid given_name family_name preferred_username birthdate birthplace birthcountry gender"),
            Mots(section["Niveaux"], "eidas1 eidas2 eidas3"));
    }

    /// <summary>True for a provider on this machine: the only one that is reached without TLS.</summary>
    public bool SurCetteMachine => Uri.TryCreate(Emetteur, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static string[] Mots(string? texte, string defaut) => (texte is { Length: > 0 } ? texte : defaut).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
