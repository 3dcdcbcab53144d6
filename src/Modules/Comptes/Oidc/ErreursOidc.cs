using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Oidc;

/// <summary>Why somebody who comes back from a provider isn't let in. The sentence helps the person; what went wrong in detail is for the log.</summary>
internal static class ErreursOidc
{
    public static readonly Erreur Refus = new("CPT-250", "Vous n’avez pas terminé la connexion. Vous pouvez recommencer, ou vous connecter par votre adresse électronique.");
    public static readonly Erreur Perimee = new("CPT-251", "Cette connexion a expiré ou a déjà servi. Recommencez.");
    public static readonly Erreur AutreNavigateur = new("CPT-252", "Cette connexion a commencé dans un autre navigateur. Recommencez ici.");
    public static readonly Erreur Injoignable = new("CPT-253", "Le service d’identité ne répond pas. Réessayez dans quelques minutes, ou connectez-vous par votre adresse électronique.");
    public static readonly Erreur JetonRefuse = new("CPT-254", "La réponse du service d’identité n’est pas valable. Recommencez ; si cela se reproduit, écrivez-nous.");
    public static readonly Erreur Niveau = new("CPT-255", "Votre moyen de connexion n’est pas assez sûr pour ce service. Choisissez-en un autre.");
    public static readonly Erreur DejaLiee = new("CPT-256", "Cette identité est déjà reliée à un autre compte.");
    public static readonly Erreur IdentiteIncomplete = new("CPT-257", "Le service d’identité n’a pas transmis votre nom ou votre date de naissance. Sans eux, nous ne pouvons pas vous reconnaître.");
}
