using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Lignes;

/// <summary>The reasons why a line of a command gets no answer, apart from the hours themselves (see <see cref="Syntaxe.ErreursHoraires"/>).</summary>
internal static class ErreursLignes
{
    /// <summary>A field that is needed.</summary>
    public static Erreur ChampManquant(string champ) => new("CAR-135", $"Il manque « {champ} ».", champ);

    /// <summary>A field of another JSON type.</summary>
    public static Erreur PasUnTexte(string champ) => new("CAR-136", $"« {champ} » doit être un texte.", champ);

    /// <summary>« 2025-02-30 00:00 », « demain ».</summary>
    public static Erreur HeureImpossible(string champ) => new("CAR-137", $"« {champ} » doit être une date et une heure qui existent, écrites « AAAA-MM-JJ HH:MM », de 1900 à 2199.", champ);

    /// <summary>An end before the start.</summary>
    public static Erreur FenetreInversee() => new("CAR-138", "« a » est avant « de ».", "a");

    /// <summary>A window that would give too long an answer.</summary>
    public static Erreur FenetreTropLongue(int jours) => new("CAR-139", $"De « de » à « a », il y a plus de {jours} jours. Coupez la période.", "a");

    /// <summary>A code that is no département nor overseas collectivity.</summary>
    public static Erreur DepartementInconnu(string code) => new("CAR-140", $"Le département « {(code.Length <= 20 ? code : code[..20] + "…")} » n’existe pas. Écrivez son code, par exemple 57, 2A ou 974.", "departement");

    /// <summary>Both questions at once.</summary>
    public static Erreur InstantEtFenetre() => new("CAR-141", "Donnez soit « instant », soit « de » et « a ».", "instant");
}
