using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>The expected failures of webhooks. A code is never used again.</summary>
internal static class ErreursWebhooks
{
    public static readonly Erreur Url = new("CPT-230", "Écrivez l’adresse complète qui recevra les événements, en https. Exemple : https://logiciel.example/evenements", "Adresse");
    public static readonly Erreur EvenementManque = new("CPT-231", "Choisissez au moins un événement.", "Evenements");
    public static readonly Erreur EvenementInconnu = new("CPT-232", "Un des événements n’existe pas.", "Evenements");
    public static readonly Erreur EtendueManque = new("CPT-233", "Cet accès ne peut pas recevoir d’événements : donnez-lui d’abord l’étendue « evenements:lire ».");
    public static readonly Erreur Trop = new("CPT-234", "Cet accès a déjà 20 webhooks. Arrêtez-en un que plus rien n’écoute.");
    public static readonly Erreur Etat = new("CPT-235", "Ce webhook est déjà dans cet état.");
    public static readonly Erreur LivraisonInconnue = new("CPT-236", "Cette livraison n’existe pas, ou elle attend déjà son tour.");
}
