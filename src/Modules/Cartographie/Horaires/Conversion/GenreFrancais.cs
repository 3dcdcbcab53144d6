namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>The kinds of words and signs of hours written in French.</summary>
internal enum GenreFrancais : byte
{
    /// <summary>A word that isn't known: nothing is guessed around it.</summary>
    Inconnu,

    /// <summary>« ouvert », « horaires », « permanence »: says nothing.</summary>
    Neutre,

    /// <summary>« de », « le », « les »: joins without meaning.</summary>
    Liant,

    /// <summary>A weekday, 0 for Monday.</summary>
    Jour,

    /// <summary>Several weekdays, a mask: « tous les jours », « week-end ».</summary>
    Jours,

    /// <summary>A time, in minutes.</summary>
    Heure,

    /// <summary>A number that may be an hour or a day of the month.</summary>
    Nombre,

    /// <summary>« 1er », « 3ème »; -1 for « dernier ».</summary>
    Ordinal,

    /// <summary>« du mois ».</summary>
    DuMois,

    /// <summary>A month, 1 to 12.</summary>
    Mois,

    /// <summary>« à », « au », « jusqu’à ».</summary>
    A,

    /// <summary>A dash.</summary>
    Tiret,

    /// <summary>« / ».</summary>
    Oblique,

    /// <summary>« , », « &amp; ».</summary>
    Virgule,

    /// <summary>« et ».</summary>
    Et,

    /// <summary>« : ».</summary>
    DeuxPoints,

    /// <summary>« ; », « | », « . », « // », a line break.</summary>
    Fort,

    /// <summary>« matin » (0) or « après-midi » (1).</summary>
    DemiJournee,

    /// <summary>« fermé ».</summary>
    Ferme,

    /// <summary>« sauf », « hors ».</summary>
    Sauf,

    /// <summary>« sur rendez-vous ».</summary>
    RendezVous,

    /// <summary>« sans rendez-vous ».</summary>
    SansRendezVous,

    /// <summary>« jours fériés ».</summary>
    Feries,

    /// <summary>« semaines impaires » (1) or « paires » (2).</summary>
    Semaines,

    /// <summary>« à partir de ».</summary>
    APartirDe,

    /// <summary>« 24h/24 ».</summary>
    ToutLeTemps,

    /// <summary>The end of the text.</summary>
    Fin,
}
