using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>The reasons why hours are not understood, numbered, each with its sentence. Positions count from 1.</summary>
internal static class ErreursHoraires
{
    private const string Champ = "horaires";
    private const int LongueurExtrait = 24;

    /// <summary>Nothing was written.</summary>
    public static Erreur NonCommuniques() => new("CAR-101", "Horaires non communiqués.", Champ);

    /// <summary>Longer than any real value.</summary>
    public static Erreur TropLongs(int maximum) =>
        new("CAR-102", $"Les horaires dépassent {maximum} caractères. Gardez les jours et les heures, mettez les précisions dans la présentation du lieu.", Champ);

    /// <summary>Something that the grammar doesn't expect at this place.</summary>
    public static Erreur NonCompris(string texte, int position) =>
        new("CAR-103", $"Horaires non compris {Endroit(texte, position)}. Écrivez par exemple « Mo-Fr 09:00-12:30,14:00-17:00 ».", Champ);

    /// <summary>An hour over 24 or 48, minutes over 59, one digit of minutes.</summary>
    public static Erreur HeureImpossible(string texte, int position) =>
        new("CAR-104", $"Heure impossible {Endroit(texte, position)}. Écrivez les heures de 00:00 à 24:00, avec deux chiffres pour les minutes.", Champ);

    /// <summary>« We 08:00 ».</summary>
    public static Erreur HeureDeFinManquante(string texte, int position) =>
        new("CAR-105", $"Il manque une heure de fin {Endroit(texte, position)}. Écrivez une plage, par exemple « 09:00-12:00 ».", Champ);

    /// <summary>« 9h30 ».</summary>
    public static Erreur HeureAvecH(string texte, int position) =>
        new("CAR-106", $"Heure écrite avec « h » {Endroit(texte, position)}. Écrivez « 09:30 » plutôt que « 9h30 ».", Champ);

    /// <summary>« 9:30-12 ».</summary>
    public static Erreur MinutesDUnSeulCote(string texte, int position) =>
        new("CAR-107", $"Les minutes manquent d’un côté de la plage {Endroit(texte, position)}. Écrivez « 09:30-12:00 » plutôt que « 9:30-12 ».", Champ);

    /// <summary>« 10:00-16:00/90 ».</summary>
    public static Erreur InstantsReguliers(string texte, int position) =>
        new("CAR-108", $"Des passages à intervalles réguliers ne sont pas des horaires d’ouverture {Endroit(texte, position)}. Écrivez des plages.", Champ);

    /// <summary>« sunrise-sunset ».</summary>
    public static Erreur Soleil(string texte, int position) =>
        new("CAR-109", $"Les heures du lever et du coucher du soleil ne sont pas prises en charge {Endroit(texte, position)}. Écrivez des heures.", Champ);

    /// <summary>« easter -2 days ».</summary>
    public static Erreur Paques(string texte, int position) =>
        new("CAR-110", $"Les dates calculées depuis Pâques ne sont pas prises en charge {Endroit(texte, position)}. Écrivez des dates ou « PH » pour les jours fériés.", Champ);

    /// <summary>« SH off ».</summary>
    public static Erreur VacancesScolaires(string texte, int position) =>
        new("CAR-111", $"Les vacances scolaires (SH) demandent une table de leurs dates, qui n’est pas chargée {Endroit(texte, position)}. Écrivez leurs dates, par exemple « Aug 1-31 off ».", Champ);

    /// <summary>« SH » outside of the table that was loaded.</summary>
    public static Erreur VacancesHorsTable(string departement) =>
        new("CAR-124", $"La table des vacances scolaires ne dit rien du département {departement} à ces dates.", Champ);

    /// <summary>« 2026 open ».</summary>
    public static Erreur AnneeSansHeures(string texte, int position) =>
        new("CAR-125", $"Une année entière doit avoir des heures ou des dates {Endroit(texte, position)}. Écrivez « 2026 Jan 1-2026 Dec 31 ».", Champ);

    /// <summary>« Di 9-12 » alone, « lun, mar ».</summary>
    public static Erreur JourAmbigu() =>
        new("CAR-112", "Un jour abrégé peut se lire de deux façons (« di », « ma », « mar »). Écrivez Mo, Tu, We, Th, Fr, Sa, Su.", Champ);

    /// <summary>« Feb 30 », « week 54 », « Mo[6] ».</summary>
    public static Erreur DateImpossible(string texte, int position) =>
        new("CAR-113", $"Date, semaine, année ou rang impossible {Endroit(texte, position)}.", Champ);

    /// <summary>An open end that is not the last range, or that ends after midnight, or in a closed rule.</summary>
    public static Erreur FinOuverte(string texte, int position) =>
        new("CAR-115", $"Une plage sans heure de fin s’écrit « 18:00+ », sans autre heure, et c’est la dernière de la journée {Endroit(texte, position)}.", Champ);

    /// <summary>« Mo 10:00-12:00 open, 14:00-16:00 »: the second part would apply to every day.</summary>
    public static Erreur ComplementSansJour(string texte, int position) =>
        new("CAR-116", $"On ne sait pas à quels jours s’applique la suite {Endroit(texte, position)}. Répétez les jours après la virgule.", Champ);

    /// <summary>« Aug,Dec 24-26,Jun »: whole months and dates by turns.</summary>
    public static Erreur MoisEtDates(string texte, int position) =>
        new("CAR-117", $"Des mois entiers et des dates sont mêlés {Endroit(texte, position)}. Faites-en deux règles séparées par « ; ».", Champ);

    /// <summary>« Jun Mo[1,3] ».</summary>
    public static Erreur PlusieursRangsAvecDate(string texte, int position) =>
        new("CAR-118", $"Plusieurs rangs du mois après une date {Endroit(texte, position)}. Écrivez un rang par règle, par exemple « Jun Mo[1] », puis « Jun Mo[3] ».", Champ);

    /// <summary>« PH -1 day,Su », « PH +1 day 22:00-02:00 ».</summary>
    public static Erreur FerieDecale(string texte, int position) =>
        new("CAR-119", $"La veille ou le lendemain d’un jour férié doit être le dernier jour de la liste, avec des heures d’une même journée {Endroit(texte, position)}.", Champ);

    /// <summary>« Mo 10:00-12:00 || 22:00-02:00 ».</summary>
    public static Erreur RepliApresMinuit(string texte, int position) =>
        new("CAR-121", $"Une plage qui dépasse minuit ne peut pas suivre « || » {Endroit(texte, position)}. Coupez-la à minuit.", Champ);

    /// <summary>« Fr[-1] +6 days », « Su[1] -3 days »: may fall in another month, where the reference implementation loses it.</summary>
    public static Erreur DecalageHorsDuMois(string texte, int position) =>
        new("CAR-123", $"Ce jour décalé peut tomber dans un autre mois {Endroit(texte, position)}. Écrivez des dates.", Champ);

    private static string Endroit(string texte, int position)
    {
        if (position >= texte.Length)
        {
            return "à la fin";
        }

        var fin = Math.Min(texte.Length, position + LongueurExtrait);
        var suite = fin < texte.Length ? "…" : "";
        return $"à partir de « {texte[position..fin]}{suite} » (caractère {position + 1})";
    }
}
