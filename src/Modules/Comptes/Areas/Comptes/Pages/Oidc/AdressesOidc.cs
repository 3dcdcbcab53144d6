using Microsoft.AspNetCore.Http;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>The addresses of the journeys, and what a provider must be given of them: absolute.</summary>
internal static class AdressesOidc
{
    public const string ProConnect = "/connexion/proconnect";
    public const string RetourProConnect = "/connexion/proconnect/retour";
    public const string Relier = "/connexion/proconnect/relier";
    public const string MonProConnect = "/mon-compte/proconnect";
    public const string Fin = "/connexion/proconnect/fin";
    public const string Usager = "/usager";
    public const string FranceConnect = "/usager/franceconnect";
    public const string RetourFranceConnect = "/usager/franceconnect/retour";

    /// <summary>The address of this site, as the browser wrote it (the proxy's headers are read before).</summary>
    public static string Absolue(this HttpRequest requete, string chemin) => $"{requete.Scheme}://{requete.Host}{requete.PathBase}{chemin}";
}
