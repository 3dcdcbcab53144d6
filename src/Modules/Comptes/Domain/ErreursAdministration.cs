using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>The expected failures of those who run the platform. A code is never used again.</summary>
internal static class ErreursAdministration
{
    public static readonly Erreur MotifManque = new("CPT-240", "Dites pourquoi, en une phrase.", "Motif");
    public static readonly Erreur MotifLong = new("CPT-241", "Ce motif est trop long : 300 caractères au plus.", "Motif");
    public static readonly Erreur DernierAdministrateur = new("CPT-242", "C’est le dernier administrateur actif : sans lui, plus personne ne pourrait rétablir un compte.");
    public static readonly Erreur SoiMeme = new("CPT-243", "Vous ne pouvez pas suspendre votre propre compte.");
    public static readonly Erreur EtatImpossible = new("CPT-244", "Ce compte n’est plus dans l’état attendu. Rechargez la page.");
    public static readonly Erreur ValeurManque = new("CPT-245", "Écrivez un nombre entier, sans unité.", "Valeur");
    public static readonly Erreur DebutPasse = new("CPT-246", "Une valeur commence aujourd’hui ou plus tard : le passé ne se change pas.", "Debut");
    public static readonly Erreur DebutPris = new("CPT-247", "Une valeur commence déjà ce jour-là.", "Debut");
    public static readonly Erreur SourceManque = new("CPT-248", "Dites d’où vient ce chiffre (décret, convention, décision) : 300 caractères au plus.", "Source");
    public static readonly Erreur MaintenanceFausse = new("CPT-249", "Écrivez un texte de 300 caractères au plus, un début et une fin qui vient après, dans les 30 jours.", "Texte");
}
