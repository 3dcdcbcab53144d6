using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>The reasons why a free text isn't converted. The text is then kept as it is by the caller.</summary>
internal static class ErreursConversion
{
    private const string Champ = "texte";

    /// <summary>Nothing was written.</summary>
    public static Erreur Vide() => new("CAR-150", "Horaires non communiqués.", Champ);

    /// <summary>Longer than any text of hours.</summary>
    public static Erreur TropLong(int maximum) => new("CAR-151", $"Le texte dépasse {maximum} caractères.", Champ);

    /// <summary>A word that isn't known.</summary>
    public static Erreur MotInconnu() => new("CAR-152", "Le texte contient autre chose que des jours et des heures. Il est gardé tel quel.", Champ);

    /// <summary>A range without its end, « 9h » alone.</summary>
    public static Erreur HeuresIncompletes() => new("CAR-153", "Une plage n’a pas son début ou sa fin. Écrivez par exemple « de 9h à 12h ».", Champ);

    /// <summary>Days and no hours, hours of which the days aren't told.</summary>
    public static Erreur JoursEtHeures() => new("CAR-154", "On ne sait pas quelles heures vont avec quels jours.", Champ);

    /// <summary>Something that may be read in two ways.</summary>
    public static Erreur Ambigu() => new("CAR-155", "Ces horaires peuvent se lire de deux façons. Ils sont gardés tels quels.", Champ);

    /// <summary>School holidays: their dates aren't in the text.</summary>
    public static Erreur Vacances() => new("CAR-156", "Ces horaires dépendent des vacances. Écrivez des dates.", Champ);
}
