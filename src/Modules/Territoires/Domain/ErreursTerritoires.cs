using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Territoires.Domain;

/// <summary>The expected failures of the module. A number is never used again.</summary>
internal static class ErreursTerritoires
{
    public static Erreur RechercheVide { get; } = new("TER-001", "Le paramètre « q » est vide : écrivez un nom de commune ou un code postal.", "q");

    public static Erreur RechercheTropLongue { get; } = new("TER-002", "Le paramètre « q » dépasse 200 caractères : écrivez seulement le nom de la commune ou le code postal.", "q");

    public static Erreur LimiteHorsBornes { get; } = new("TER-003", "Le paramètre « limite » doit être un nombre entier de 1 à 50.", "limite");

    public static Erreur CommuneInconnue { get; } = new("TER-005", "Aucune commune n’a ce code INSEE. Un code INSEE a cinq caractères, par exemple 42218 ou 2A004 ; ce n’est pas le code postal.", "code");

    public static Erreur DepartementInconnu { get; } = new("TER-006", "Aucun département n’a ce code. Exemples de codes : 01, 42, 2A, 974.", "code");

    public static Erreur RechercheInvisible { get; } = new("TER-008", "Le paramètre « q » contient des caractères invisibles qui ne sont pas acceptés.", "q");

    public static Erreur CadreFaux { get; } = new("TER-009", "« bbox » est un cadre de quatre nombres en degrés : ouest,sud,est,nord, l’ouest avant l’est et le sud avant le nord. Exemple : bbox=4.2,45.3,4.6,45.6.", "bbox");

    public static Erreur LimiteDuCadre { get; } = new("TER-010", "Le paramètre « limite » doit être un nombre entier de 1 à 100.", "limite");

    public static Erreur ParametreInconnu(string parametre, IReadOnlyList<string> acceptes) => new("TER-007", $"Le paramètre « {parametre} » n’existe pas. {(acceptes.Count == 0 ? "Cette adresse n’en accepte aucun." : $"Paramètres acceptés : {string.Join(", ", acceptes)}.")}", parametre, acceptes);

    public static Erreur ParametreRepete(string parametre) => new("TER-004", $"Le paramètre « {parametre} » est donné plusieurs fois : donnez-le une seule fois.", parametre);
}
