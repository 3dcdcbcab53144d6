using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>Why what the gateway tells is refused.</summary>
internal static class ErreursDeRetour
{
    public static readonly Erreur SansSecret = new("NOY-021", "Les retours de SMS ne sont pas ouverts ici : il manque Sms__SecretDesRetours.");
    public static readonly Erreur Signature = new("NOY-022", "La signature manque, n’est pas la bonne ou date de plus de cinq minutes.");
    public static readonly Erreur Illisible = new("NOY-023", "Ce retour ne se lit pas. Envoyez un objet JSON avec « id », « type » (reponse ou remise), et « numero » et « texte », ou « message » et « etat » (recu ou non_recu).");
    public static readonly Erreur DejaVu = new("NOY-024", "Ce retour a déjà été reçu : rien n’est fait une seconde fois.");
    public static readonly Erreur TropGros = new("NOY-025", "Ce retour est trop gros : 16 ko au plus.");
}
