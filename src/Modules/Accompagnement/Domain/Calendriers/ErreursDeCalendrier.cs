using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Calendriers;

/// <summary>The expected failures of calendars: ACC-250 to ACC-269. A code is never used again.</summary>
internal static class ErreursDeCalendrier
{
    public static readonly Erreur Nom = new("ACC-250", "Donnez un nom à ce calendrier, 80 caractères au plus.", "Nom");
    public static readonly Erreur Adresse = new("ACC-251", "Écrivez l’adresse entière du calendrier. Elle commence par https:// et finit souvent par .ics.", "Adresse");
    public static readonly Erreur Trop = new("ACC-252", "Cinq calendriers au plus. Retirez-en un d’abord.", "Nom");
    public static readonly Erreur Deja = new("ACC-253", "Vous avez déjà un calendrier de ce nom.", "Nom");
    public static readonly Erreur Fichier = new("ACC-254", "Choisissez un fichier .ics sur votre appareil.", "Fichier");
    public static readonly Erreur Privee = new("ACC-255", "Cette adresse mène à un réseau privé : elle est refusée.", "Adresse");
    public static readonly Erreur Lente = new("ACC-256", "Le serveur du calendrier n’a pas répondu en 20 secondes.", "Adresse");
    public static readonly Erreur Injoignable = new("ACC-257", "Le serveur du calendrier est injoignable. Vérifiez l’adresse.", "Adresse");
    public static readonly Erreur Coupee = new("ACC-258", "Le serveur du calendrier a coupé avant la fin.", "Adresse");
    public static readonly Erreur Redirections = new("ACC-259", "Le serveur du calendrier renvoie trop de fois ailleurs, ou vers une adresse qui n’est pas en https.", "Adresse");
    public static readonly Erreur Fermee = new("ACC-260", "Le serveur refuse de donner ce calendrier. Partagez-le par son adresse secrète, puis copiez-la ici.", "Adresse");
    public static readonly Erreur Absente = new("ACC-261", "Il n’y a plus rien à cette adresse. Copiez la nouvelle adresse du calendrier.", "Adresse");
    public static readonly Erreur SansCle = new("ACC-262", "L’adresse de ce calendrier ne s’ouvre plus ici : retirez-le, puis ajoutez-le de nouveau.", "Adresse");

    public static Erreur Statut(int statut) => new("ACC-263", $"Le serveur du calendrier a répondu par une erreur ({statut}).", "Adresse");
}
