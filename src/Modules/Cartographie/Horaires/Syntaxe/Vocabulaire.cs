namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>
/// The words understood, in lower case: those of the OSM specification, the English, French and German ones that have one meaning only.
/// Left out on purpose because the reference implementation finds them ambiguous or doesn't know them: « thu », « sam », « sept », « august », German months.
/// </summary>
internal static class Vocabulaire
{
    /// <summary>The longest word.</summary>
    public const int LongueurMaximale = 11;

    /// <summary>The meaning of a word in lower case; <see cref="Genre.Inconnu"/> when it has none.</summary>
    public static (Genre Genre, int Valeur, Langue Langue) Chercher(ReadOnlySpan<char> mot) => mot switch
    {
        "mo" or "mon" or "monday" or "mondays" => (Genre.Jour, 0, Langue.Neutre),
        "tu" or "tue" or "tues" or "tuesday" or "tuesdays" => (Genre.Jour, 1, Langue.Neutre),
        "we" or "wed" or "weds" or "wednesday" or "wednesdays" => (Genre.Jour, 2, Langue.Neutre),
        "th" or "thur" or "thurs" or "thursday" or "thursdays" => (Genre.Jour, 3, Langue.Neutre),
        "fr" or "fri" or "friday" or "fridays" => (Genre.Jour, 4, Langue.Neutre),
        "sa" or "sat" or "saturday" or "saturdays" => (Genre.Jour, 5, Langue.Neutre),
        "su" or "sun" or "sunday" or "sundays" => (Genre.Jour, 6, Langue.Neutre),
        "daily" or "everyday" or "täglich" => (Genre.GroupeDeJours, 0b111_1111, Langue.Neutre),
        "weekday" or "weekdays" => (Genre.GroupeDeJours, 0b001_1111, Langue.Neutre),
        "werktag" or "werktags" => (Genre.GroupeDeJours, 0b011_1111, Langue.Neutre),
        "weekend" or "weekends" => (Genre.GroupeDeJours, 0b110_0000, Langue.Neutre),

        "lu" or "lun" or "lundi" => (Genre.Jour, 0, Langue.Francais),
        "ma" or "mardi" => (Genre.Jour, 1, Langue.Francais),
        "me" or "mer" or "mercredi" => (Genre.Jour, 2, Langue.Francais),
        "je" or "jeu" or "jeudi" => (Genre.Jour, 3, Langue.Francais),
        "ve" or "ven" or "vendredi" => (Genre.Jour, 4, Langue.Francais),
        "samedi" => (Genre.Jour, 5, Langue.Francais),
        "dim" or "dimanche" => (Genre.Jour, 6, Langue.Francais),
        "di" => (Genre.Jour, 6, Langue.JourAmbigu),

        "montag" or "montags" => (Genre.Jour, 0, Langue.Allemand),
        "dienstag" or "dienstags" => (Genre.Jour, 1, Langue.Allemand),
        "mi" => (Genre.Jour, 2, Langue.Mi),
        "mittwoch" or "mittwochs" => (Genre.Jour, 2, Langue.Allemand),
        "do" => (Genre.Jour, 3, Langue.AbregeAllemand),
        "donnerstag" or "donnerstags" => (Genre.Jour, 3, Langue.Allemand),
        "freitag" or "freitags" => (Genre.Jour, 4, Langue.Allemand),
        "samstag" or "samstags" => (Genre.Jour, 5, Langue.Allemand),
        "so" => (Genre.Jour, 6, Langue.AbregeAllemand),
        "sonntag" or "sonntags" => (Genre.Jour, 6, Langue.Allemand),

        "jan" => (Genre.Mois, 1, Langue.Neutre),
        "feb" => (Genre.Mois, 2, Langue.Neutre),
        "mar" => (Genre.Mois, 3, Langue.MarsOuMardi),
        "apr" => (Genre.Mois, 4, Langue.Neutre),
        "may" => (Genre.Mois, 5, Langue.Neutre),
        "jun" or "june" => (Genre.Mois, 6, Langue.Neutre),
        "jul" or "july" => (Genre.Mois, 7, Langue.Neutre),
        "aug" => (Genre.Mois, 8, Langue.Neutre),
        "sep" => (Genre.Mois, 9, Langue.Neutre),
        "oct" => (Genre.Mois, 10, Langue.Neutre),
        "nov" => (Genre.Mois, 11, Langue.Neutre),
        "dec" => (Genre.Mois, 12, Langue.Neutre),

        "janv" or "janvier" => (Genre.Mois, 1, Langue.Francais),
        "fév" or "févr" or "février" => (Genre.Mois, 2, Langue.Francais),
        "mars" => (Genre.Mois, 3, Langue.Francais),
        "avr" or "avril" => (Genre.Mois, 4, Langue.Francais),
        "mai" => (Genre.Mois, 5, Langue.Neutre),
        "juin" => (Genre.Mois, 6, Langue.Francais),
        "juil" or "juillet" => (Genre.Mois, 7, Langue.Francais),
        "aoû" or "août" => (Genre.Mois, 8, Langue.Francais),
        "septembre" => (Genre.Mois, 9, Langue.Francais),
        "octobre" => (Genre.Mois, 10, Langue.Francais),
        "novembre" => (Genre.Mois, 11, Langue.Francais),
        "déc" or "décembre" => (Genre.Mois, 12, Langue.Francais),

        "open" => (Genre.Etat, (int)EtatOuverture.Ouvert, Langue.Neutre),
        "off" or "closed" or "geschlossen" => (Genre.Etat, (int)EtatOuverture.Ferme, Langue.Neutre),
        "fermé" => (Genre.Etat, (int)EtatOuverture.Ferme, Langue.Francais),
        "unknown" => (Genre.Etat, (int)EtatOuverture.Inconnu, Langue.Neutre),

        "ph" or "holiday" or "holidays" or "feiertag" or "feiertage" or "feiertags" => (Genre.JourFerie, 0, Langue.Neutre),
        "sh" or "ferien" => (Genre.VacancesScolaires, 0, Langue.Neutre),
        "week" => (Genre.Semaine, 0, Langue.Neutre),
        "day" or "days" => (Genre.Journee, 0, Langue.Neutre),
        "easter" => (Genre.Paques, 0, Langue.Neutre),
        "sunrise" or "sunset" or "dawn" or "dusk" => (Genre.Soleil, 0, Langue.Neutre),

        "always" or "nonstop" or "anytime" => (Genre.ToutLeTemps, 0, Langue.Neutre),
        "midday" => (Genre.HeureEnMots, 12 * 60, Langue.Neutre),
        "midnight" => (Genre.HeureEnMots, 0, Langue.Neutre),
        "h" or "uhr" or "hrs" or "hours" => (Genre.Heure, 0, Langue.Neutre),
        "am" => (Genre.Matin, 0, Langue.Neutre),
        "pm" => (Genre.ApresMidi, 0, Langue.Neutre),
        "à" or "a" or "to" or "till" or "until" or "through" or "bis" => (Genre.Tiret, 0, Langue.Neutre),
        "et" or "and" or "und" => (Genre.Virgule, 0, Langue.Neutre),
        "from" or "von" or "ab" => (Genre.Vide, 0, Langue.Neutre),
        _ => (Genre.Inconnu, 0, Langue.Neutre),
    };
}
