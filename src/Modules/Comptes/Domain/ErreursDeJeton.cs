using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>Why a token is refused: the word of RFC 6749 (5.2), an English sentence in ASCII as it wants, and our own error.</summary>
/// <param name="Mot">"invalid_client"…</param>
/// <param name="Description">ASCII only (RFC 6749, 5.2).</param>
/// <param name="Erreur">The same with its code, in French.</param>
internal sealed record RefusDeJeton(string Mot, string Description, Erreur Erreur);

/// <summary>The refusals of « POST /api/v1/jetons ».</summary>
internal static class ErreursDeJeton
{
    public static readonly RefusDeJeton Forme = new("invalid_request", "Send a form (application/x-www-form-urlencoded) of 8 kB at most.",
        new("CPT-220", "Envoyez un formulaire (application/x-www-form-urlencoded) de 8 ko au plus."));

    public static readonly RefusDeJeton TypeManque = new("invalid_request", "grant_type is missing.", new("CPT-221", "« grant_type » manque : écrivez client_credentials.", "grant_type"));

    public static readonly RefusDeJeton TypeInconnu = new("unsupported_grant_type", "Only client_credentials is supported.",
        new("CPT-222", "Seul « client_credentials » est accepté.", "grant_type", ["client_credentials"]));

    public static readonly RefusDeJeton DeuxPreuves = new("invalid_request", "Send the secret once: in the header or in the body.",
        new("CPT-223", "Donnez l’identifiant et le secret une seule fois : dans l’en-tête ou dans le corps."));

    public static readonly RefusDeJeton ClientRefuse = new("invalid_client", "Unknown client, wrong or expired secret, or revoked access.",
        new("CPT-224", "Identifiant inconnu, secret faux ou expiré, ou accès retiré.", "client_id"));

    public static RefusDeJeton Repete(string nom) => new("invalid_request", "A parameter is sent twice.", new("CPT-225", $"« {nom} » est donné plusieurs fois.", nom));

    public static RefusDeJeton EtendueRefusee(IReadOnlyList<string> permises) => new("invalid_scope", "A scope isn't among those of this client.",
        new("CPT-226", "Une étendue demandée n’est pas parmi celles de cet accès.", "scope", permises));
}
