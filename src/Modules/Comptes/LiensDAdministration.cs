namespace FaireAvec.Comptes;

/// <summary>The addresses of the pages that run the platform.</summary>
internal static class LiensDAdministration
{
    public const string Clients = "/administration/clients";
    public const string NouveauClient = "/administration/clients/nouveau";

    public static string Client(Guid id) => $"{Clients}/{id}";

    public static string ModifierLeClient(Guid id) => $"{Clients}/{id}/modifier";

    public static string Secret(Guid id) => $"{Clients}/{id}/secret";

    public static string RetirerLeSecret(Guid id, Guid secret) => $"{Clients}/{id}/secret/{secret}";

    public static string RevoquerLeClient(Guid id) => $"{Clients}/{id}/revoquer";
}
