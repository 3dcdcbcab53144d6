using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Why a file couldn't be fetched: one factory each. The sentences name the host only: an address may hold a key.</summary>
internal static class ErreursDeRecuperation
{
    public static Erreur AdresseInterdite(Uri adresse) => new("CAR-550", $"{adresse.Host} mène à une adresse privée ou réservée : elle n’est pas lue.", "url");

    public static Erreur Injoignable(Uri adresse) => new("CAR-551", $"{adresse.Host} ne répond pas : nom inconnu, connexion refusée ou certificat invalide.", "url");

    public static Erreur TropLent(Uri adresse, TimeSpan delai) => new("CAR-552", $"{adresse.Host} n’a pas donné le fichier entier en {delai.TotalSeconds:0} secondes.", "url");

    public static Erreur TropGros(Uri adresse, long octets) => new("CAR-553", $"Le fichier de {adresse.Host} dépasse {octets >> 20} Mo.", "url");

    public static Erreur Coupe(Uri adresse) => new("CAR-554", $"{adresse.Host} a coupé la connexion avant la fin du fichier.", "url");

    public static Erreur TropDeRedirections(Uri adresse) => new("CAR-555", $"{adresse.Host} renvoie d’adresse en adresse sans donner de fichier.", "url");

    public static Erreur RedirectionRefusee(Uri adresse) => new("CAR-556", $"{adresse.Host} renvoie vers une adresse qui n’est pas permise (ni http ni https, ou de https vers http).", "url");

    public static Erreur Statut(Uri adresse, int statut) => new("CAR-557", statut switch
    {
        404 or 410 => $"Le fichier n’est plus à cette adresse : {adresse.Host} répond {statut}.",
        401 or 403 => $"{adresse.Host} refuse de donner le fichier ({statut}).",
        429 => $"{adresse.Host} demande d’attendre avant de recommencer (429).",
        >= 500 => $"{adresse.Host} est en panne ({statut}).",
        _ => $"{adresse.Host} répond {statut} au lieu du fichier.",
    }, "url");
}
