using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Calendriers;

/// <summary>The expected failures of calendars: ACC-360 to ACC-379. A code is never used again.</summary>
internal static class ErreursDeCalendrier
{
    public static readonly Erreur Nom = new("ACC-360", "Donnez un nom à ce calendrier, 80 caractères au plus.", "Nom");
    public static readonly Erreur Adresse = new("ACC-361", "Écrivez l’adresse entière du calendrier. Elle commence par https:// et finit souvent par .ics.", "Adresse");
    public static readonly Erreur Trop = new("ACC-362", "Cinq calendriers au plus. Retirez-en un d’abord.", "Nom");
    public static readonly Erreur Deja = new("ACC-363", "Vous avez déjà un calendrier de ce nom.", "Nom");
    public static readonly Erreur Fichier = new("ACC-364", "Choisissez un fichier .ics sur votre appareil.", "Fichier");
    public static readonly Erreur Privee = new("ACC-365", "Cette adresse mène à un réseau privé : elle est refusée.", "Adresse");
    public static readonly Erreur Lente = new("ACC-366", "Le serveur du calendrier n’a pas répondu en 20 secondes.", "Adresse");
    public static readonly Erreur Injoignable = new("ACC-367", "Le serveur du calendrier est injoignable. Vérifiez l’adresse.", "Adresse");
    public static readonly Erreur Coupee = new("ACC-368", "Le serveur du calendrier a coupé avant la fin.", "Adresse");
    public static readonly Erreur Redirections = new("ACC-369", "Le serveur du calendrier renvoie trop de fois ailleurs, ou vers une adresse qui n’est pas en https.", "Adresse");
    public static readonly Erreur Fermee = new("ACC-370", "Le serveur refuse de donner ce calendrier. Partagez-le par son adresse secrète, puis copiez-la ici.", "Adresse");
    public static readonly Erreur Absente = new("ACC-371", "Il n’y a plus rien à cette adresse. Copiez la nouvelle adresse du calendrier.", "Adresse");
    public static readonly Erreur SansCle = new("ACC-372", "L’adresse de ce calendrier ne s’ouvre plus ici : retirez-le, puis ajoutez-le de nouveau.", "Adresse");

    public static Erreur Statut(int statut) => new("ACC-373", $"Le serveur du calendrier a répondu par une erreur ({statut}).", "Adresse");
}
