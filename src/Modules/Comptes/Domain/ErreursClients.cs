using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>The expected failures of the clients of the API. A code is never used again.</summary>
internal static class ErreursClients
{
    public static readonly Erreur NomManque = new("CPT-200", "Donnez un nom à cet accès : celui du logiciel qui s’en servira.", "Nom");
    public static readonly Erreur NomLong = new("CPT-201", "Ce nom est trop long : 120 caractères au plus.", "Nom");
    public static readonly Erreur OrganisationInconnue = new("CPT-202", "Cette organisation n’existe pas, ou elle est fermée.", "Organisation");
    public static readonly Erreur OrganisationInterdite = new("CPT-203", "Vous ne pouvez pas donner un accès au nom de cette organisation.", "Organisation");
    public static readonly Erreur EtendueManque = new("CPT-204", "Choisissez au moins une chose que ce logiciel pourra faire.", "Etendues");
    public static readonly Erreur PorteeInterdite = new("CPT-206", "Vous ne pouvez donner un accès que sur les données de votre organisation.", "Portee");
    public static readonly Erreur DepartementManque = new("CPT-207", "Écrivez les codes des départements du territoire, séparés par des virgules. Exemple : 42, 43", "Departements");
    public static readonly Erreur LimiteHors = new("CPT-209", "La limite est un nombre de 1 à 10 000 demandes par seconde.", "LimiteParSeconde");
    public static readonly Erreur DureeHors = new("CPT-210", "Un secret vaut de 1 à 730 jours.", "DureeJours");
    public static readonly Erreur Chevauchement = new("CPT-211", "L’ancien secret peut rester valable de 0 à 30 jours.", "Chevauchement");
    public static readonly Erreur DeuxSecrets = new("CPT-212", "Deux secrets sont déjà valables. Retirez celui qui ne sert plus, puis recommencez.");
    public static readonly Erreur DejaRevoque = new("CPT-213", "Cet accès est déjà retiré.");
    public static readonly Erreur MotifManque = new("CPT-214", "Dites pourquoi cet accès est retiré.", "Motif");
    public static readonly Erreur MotifLong = new("CPT-215", "Ce motif est trop long : 300 caractères au plus.", "Motif");
    public static readonly Erreur ClientInconnu = new("CPT-216", "Aucun accès ne porte cet identifiant.");
    public static readonly Erreur SecretInconnu = new("CPT-217", "Ce secret n’est plus valable.");

    public static Erreur EtendueInconnue(string etendue, IReadOnlyList<string> acceptees) =>
        new("CPT-205", $"« {etendue} » n’est pas une étendue que vous pouvez donner.", "Etendues", acceptees);

    public static Erreur DepartementInconnu(string code) => new("CPT-208", $"« {code} » n’est pas un code de département. Exemples : 42, 2A, 974", "Departements");
}
