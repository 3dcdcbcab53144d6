using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The expected failures of this folder: one factory each, so that they can be listed.</summary>
internal static class ErreursSources
{
    public static Erreur SourceInconnue(string code) => new("CAR-500", $"Aucune source n’a le code « {code} ». « faireavec sources lister » donne les codes connus.", "source");

    public static Erreur CodeInvalide(string code) => new("CAR-501", $"« {code} » n’est pas un code de source : des minuscules sans accent, des chiffres et des tirets, 100 au plus.", "code");

    public static Erreur SourceExiste(string code) => new("CAR-502", $"La source « {code} » existe déjà.", "code");

    public static Erreur ChampInvalide(string champ, string raison) => new("CAR-503", raison, champ);

    public static Erreur PassageImpossible(string de, string vers) => new("CAR-504", $"Une source « {de} » ne peut pas devenir « {vers} ».", "etat");

    public static Erreur SourceFermee(string code, string etat) => new("CAR-505", $"La source « {code} » est {etat} : rien n’est lu. Réactivez-la d’abord.", "source");

    public static Erreur SansAdresse(string code) => new("CAR-506", $"La source « {code} » n’a pas d’adresse : donnez un fichier, ou son adresse.", "url");

    public static Erreur VersionInconnue(string code, int version) => new("CAR-507", $"La source « {code} » n’a pas de correspondance numéro {version}.", "version");

    public static Erreur CodeDeCorrespondance(string ecrit, string code) => new("CAR-508", $"La correspondance est celle de la source « {ecrit} », pas de « {code} » : changez son code.", "source.code");

    public static Erreur ImportInconnu(Guid id) => new("CAR-510", $"Aucun import n’a l’identifiant {id}.", "import");

    public static Erreur ImportPasRetenu(Guid id) => new("CAR-511", $"L’import {id} n’est pas retenu : il n’attend pas de décision.", "import");

    public static Erreur ImportPasPublie(Guid id) => new("CAR-512", $"L’import {id} n’est pas publié : il n’y a rien à annuler.", "import");

    public static Erreur TropDImports() => new("CAR-513", "Trop d’imports attendent déjà. Essayez dans quelques minutes.");

    public static Erreur SiteQuiSArrete() => new("CAR-514", "Le site est en train de s’arrêter. Essayez dans quelques minutes.");

    public static Erreur LieuInconnu(string id) => new("CAR-520", $"Aucun lieu n’a l’identifiant « {id} ».", "lieu");

    public static Erreur ChampInconnu(string champ) => new("CAR-521", $"« {champ} » n’est pas un champ que l’on peut corriger.", "champ");

    public static Erreur ValeurRefusee(string champ, string raison) => new("CAR-522", raison, champ);

    public static Erreur CorrectionInconnue(Guid id) => new("CAR-523", $"Aucune correction en cours n’a l’identifiant {id}.", "correction");

    public static Erreur DejaAinsi(string id) => new("CAR-524", $"Le lieu « {id} » est déjà dans cet état.", "lieu");

    public static Erreur MemeFiche(string id) => new("CAR-530", $"« {id} » ne se compare pas à lui-même.", "lieu");

    public static Erreur DecisionInconnue(Guid id) => new("CAR-531", $"Aucune décision en cours n’a l’identifiant {id}.", "decision");

    public static Erreur ArretInconnu(Guid id) => new("CAR-540", $"Aucun arrêt n’a l’identifiant {id}.", "arret");
}
