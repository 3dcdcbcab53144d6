namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>The addresses of work without network.</summary>
internal static class LiensHorsLigne
{
    /// <summary>The shell: the one page that a device keeps.</summary>
    public const string Coquille = "/hors-ligne";

    public const string Activer = "/hors-ligne/activer";
    public const string Appareils = "/hors-ligne/appareils";
    public const string ARevoir = "/hors-ligne/a-revoir";
    public const string Etat = "/hors-ligne/etat";
    public const string Lot = "/hors-ligne/lot";
    public const string Envois = "/hors-ligne/envois";
    public const string Cartes = "/hors-ligne/cartes";
    public const string Service = "/service.js";
    public const string Manifeste = "/manifeste.webmanifest";

    /// <summary>One thing to look at.</summary>
    public static string Revoir(Guid appareil, Guid id) => $"{ARevoir}/{appareil}/{id}";
}
