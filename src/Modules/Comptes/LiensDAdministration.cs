namespace FaireAvec.Comptes;

/// <summary>The addresses of the pages that run the platform.</summary>
internal static class LiensDAdministration
{
    public const string Plateforme = "/administration";
    public const string Comptes = "/administration/comptes";
    public const string Parametres = "/administration/parametres";
    public const string Taches = "/administration/taches";
    public const string Evenements = "/administration/evenements";
    public const string RejouerLesEvenements = "/administration/evenements/rejouer";
    public const string Courriels = "/administration/courriels";
    public const string Fonctionnalites = "/administration/fonctionnalites";
    public const string Maintenance = "/administration/maintenance";
    public const string NouvelleMaintenance = "/administration/maintenance/nouvelle";
    public const string Journal = "/administration/journal";
    public const string Clients = "/administration/clients";
    public const string NouveauClient = "/administration/clients/nouveau";

    public static string Compte(Guid id) => $"{Comptes}/{id}";

    public static string EtatDuCompte(Guid id) => $"{Comptes}/{id}/etat";

    public static string Parametre(string cle) => $"{Parametres}/{Uri.EscapeDataString(cle)}";

    public static string NouvelleValeur(string cle) => $"{Parametres}/{Uri.EscapeDataString(cle)}/ajouter";

    public static string LancerLaTache(string nom) => $"{Taches}/{Uri.EscapeDataString(nom)}/lancer";

    public static string RejouerLEvenement(Guid id) => $"{RejouerLesEvenements}?evenement={id}";

    public static string Fonctionnalite(string nom) => $"{Fonctionnalites}/{Uri.EscapeDataString(nom)}";

    public static string RetirerLaMaintenance(Guid id) => $"{Maintenance}/{id}/retirer";

    public static string EntreeDuJournal(Guid id) => $"{Journal}/{id}";

    public static string PersonnelDuJournal(Guid id) => $"{Journal}/{id}/personnel";

    public static string Client(Guid id) => $"{Clients}/{id}";

    public static string ModifierLeClient(Guid id) => $"{Clients}/{id}/modifier";

    public static string Secret(Guid id) => $"{Clients}/{id}/secret";

    public static string RetirerLeSecret(Guid id, Guid secret) => $"{Clients}/{id}/secret/{secret}";

    public static string Webhooks(Guid id) => $"{Clients}/{id}/webhooks";

    public static string NouveauWebhook(Guid id) => $"{Clients}/{id}/webhooks/nouveau";

    public static string Webhook(Guid id, Guid webhook) => $"{Clients}/{id}/webhooks/{webhook}";

    public static string RevoquerLeClient(Guid id) => $"{Clients}/{id}/revoquer";
}
