using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>The expected failures of the module. A code is never used again.</summary>
internal static class ErreursComptes
{
    public static readonly Erreur SiretForme = new("CPT-001", "Un SIRET a 14 chiffres. Recopiez-le depuis l’avis de situation de l’INSEE.", "Numero");
    public static readonly Erreur SiretCle = new("CPT-002", "Ce SIRET contient une erreur : sa clé de contrôle n’est pas bonne. Vérifiez chaque chiffre.", "Numero");
    public static readonly Erreur RidetForme = new("CPT-003", "Un RIDET a de 7 à 10 chiffres.", "Numero");
    public static readonly Erreur MotifInterne = new("CPT-004", "Dites pourquoi cette organisation n’a ni SIRET ni RIDET.", "MotifIdentification");
    public static readonly Erreur MotifInterneLong = new("CPT-005", "Ce motif est trop long : 300 caractères au plus.", "MotifIdentification");
    public static readonly Erreur NumeroInterne = new("CPT-006", "Un numéro interne contient des lettres sans accent et des chiffres, 40 au plus.", "Numero");
    public static readonly Erreur OrganisationConnue = new("CPT-007", "Une organisation porte déjà ce numéro.", "Numero");
    public static readonly Erreur Courriel = new("CPT-010", "Cette adresse électronique n’est pas valable. Exemple : prenom.nom@example.org", "Courriel");
    public static readonly Erreur CourrielPris = new("CPT-011", "Un compte utilise déjà cette adresse.", "Courriel");
    public static readonly Erreur Chevauchement = new("CPT-012", "Cette personne a déjà ce rôle dans cette organisation pendant cette période.");
    public static readonly Erreur DisqueNonChiffre = new("CPT-013", "Cette base de démonstration n’accepte que des personnes inventées (adresses en « example.org »). Pour de vraies personnes, l’opérateur doit déclarer le disque chiffré (Donnees__DisqueChiffre=oui) ou utiliser une base PostgreSQL.", "Courriel");
    public static readonly Erreur RolesIncompatibles = new("CPT-014", "Ces deux rôles ne peuvent pas être tenus par la même personne.");
    public static readonly Erreur OrganisationInconnue = new("CPT-015", "Vous ne travaillez pas pour cette organisation.");
    public static readonly Erreur AdministrateurExiste = new("CPT-016", "Cette base a déjà un administrateur. C’est à lui d’inviter les autres.");
    public static readonly Erreur TerritoireManque = new("CPT-017", "Ce rôle demande un territoire : choisissez au moins un département.");
}
