namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>
/// The words understood, in lower case: those of the OSM specification, the English, French and German ones that have one meaning only.
/// Left out on purpose because they are ambiguous between languages: « do », « so », « thu », « sam », « on ».
/// </summary>
internal static class Vocabulaire
{
    /// <summary>The longest word.</summary>
    public const int LongueurMaximale = 10;

    /// <summary>The meaning of a word in lower case; <see cref="Genre.Inconnu"/> when it has none.</summary>
    public static (Genre Genre, int Valeur, Langue Langue) Chercher(ReadOnlySpan<char> mot) => mot switch
    {
        "mo" or "mon" or "monday" => (Genre.Jour, 0, Langue.Neutre),
        "tu" or "tue" or "tues" or "tuesday" => (Genre.Jour, 1, Langue.Neutre),
        "we" or "wed" or "wednesday" => (Genre.Jour, 2, Langue.Neutre),
        "th" or "thur" or "thursday" => (Genre.Jour, 3, Langue.Neutre),
        "fr" or "fri" or "friday" => (Genre.Jour, 4, Langue.Neutre),
        "sa" or "sat" or "saturday" => (Genre.Jour, 5, Langue.Neutre),
        "su" or "sun" or "sunday" => (Genre.Jour, 6, Langue.Neutre),

        "lu" or "lun" or "lundi" => (Genre.Jour, 0, Langue.Francais),
        "mardi" => (Genre.Jour, 1, Langue.Francais),
        "me" or "mer" or "mercredi" => (Genre.Jour, 2, Langue.Francais),
        "je" or "jeu" or "jeudi" => (Genre.Jour, 3, Langue.Francais),
        "ve" or "ven" or "vendredi" => (Genre.Jour, 4, Langue.Francais),
        "samedi" => (Genre.Jour, 5, Langue.Francais),
        "dim" or "dimanche" => (Genre.Jour, 6, Langue.Francais),
        "ma" => (Genre.Jour, 1, Langue.JourAmbigu),
        "di" => (Genre.Jour, 6, Langue.JourAmbigu),

        "montag" => (Genre.Jour, 0, Langue.Allemand),
        "dienstag" => (Genre.Jour, 1, Langue.Allemand),
        "mi" or "mittwoch" => (Genre.Jour, 2, Langue.Allemand),
        "donnerstag" => (Genre.Jour, 3, Langue.Allemand),
        "freitag" => (Genre.Jour, 4, Langue.Allemand),
        "samstag" => (Genre.Jour, 5, Langue.Allemand),
        "sonntag" => (Genre.Jour, 6, Langue.Allemand),

        "jan" => (Genre.Mois, 1, Langue.Neutre),
        "feb" => (Genre.Mois, 2, Langue.Neutre),
        "mar" => (Genre.Mois, 3, Langue.MarsOuMardi),
        "apr" => (Genre.Mois, 4, Langue.Neutre),
        "may" => (Genre.Mois, 5, Langue.Neutre),
        "jun" => (Genre.Mois, 6, Langue.Neutre),
        "jul" => (Genre.Mois, 7, Langue.Neutre),
        "aug" => (Genre.Mois, 8, Langue.Neutre),
        "sep" => (Genre.Mois, 9, Langue.Neutre),
        "oct" => (Genre.Mois, 10, Langue.Neutre),
        "nov" => (Genre.Mois, 11, Langue.Neutre),
        "dec" => (Genre.Mois, 12, Langue.Neutre),

        "janvier" => (Genre.Mois, 1, Langue.Francais),
        "février" => (Genre.Mois, 2, Langue.Francais),
        "mars" => (Genre.Mois, 3, Langue.Francais),
        "avril" => (Genre.Mois, 4, Langue.Francais),
        "mai" => (Genre.Mois, 5, Langue.Neutre),
        "juin" => (Genre.Mois, 6, Langue.Francais),
        "juillet" => (Genre.Mois, 7, Langue.Francais),
        "août" => (Genre.Mois, 8, Langue.Francais),
        "septembre" => (Genre.Mois, 9, Langue.Francais),
        "octobre" => (Genre.Mois, 10, Langue.Francais),
        "novembre" => (Genre.Mois, 11, Langue.Francais),
        "décembre" => (Genre.Mois, 12, Langue.Francais),

        "open" => (Genre.Etat, (int)EtatOuverture.Ouvert, Langue.Neutre),
        "off" or "closed" => (Genre.Etat, (int)EtatOuverture.Ferme, Langue.Neutre),
        "fermé" => (Genre.Etat, (int)EtatOuverture.Ferme, Langue.Francais),
        "unknown" => (Genre.Etat, (int)EtatOuverture.Inconnu, Langue.Neutre),

        "ph" => (Genre.JourFerie, 0, Langue.Neutre),
        "sh" => (Genre.VacancesScolaires, 0, Langue.Neutre),
        "week" => (Genre.Semaine, 0, Langue.Neutre),
        "day" or "days" => (Genre.Journee, 0, Langue.Neutre),
        "easter" => (Genre.Paques, 0, Langue.Neutre),
        "sunrise" or "sunset" or "dawn" or "dusk" => (Genre.Soleil, 0, Langue.Neutre),

        "h" => (Genre.Heure, 0, Langue.Neutre),
        "am" => (Genre.Matin, 0, Langue.Neutre),
        "pm" => (Genre.ApresMidi, 0, Langue.Neutre),
        "à" or "to" => (Genre.Tiret, 0, Langue.Neutre),
        "et" or "and" or "und" => (Genre.Virgule, 0, Langue.Neutre),
        _ => (Genre.Inconnu, 0, Langue.Neutre),
    };
}
