namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>The kinds of tokens.</summary>
internal enum Genre : byte
{
    /// <summary>End of the text.</summary>
    Fin,

    /// <summary>A sign or a word that means nothing here.</summary>
    Inconnu,

    /// <summary>One to four digits.</summary>
    Nombre,

    /// <summary>A year: never a token, a part of a rule.</summary>
    Annee,

    /// <summary>« : ».</summary>
    DeuxPoints,

    /// <summary>« . ».</summary>
    Point,

    /// <summary>A hyphen, a dash, an arrow, « à » or « to ».</summary>
    Tiret,

    /// <summary>« , », « &amp; » or « et ».</summary>
    Virgule,

    /// <summary>« ; ».</summary>
    PointVirgule,

    /// <summary>« || ».</summary>
    BarreDouble,

    /// <summary>« + ».</summary>
    Plus,

    /// <summary>« / ».</summary>
    Oblique,

    /// <summary>« [ ».</summary>
    CrochetOuvrant,

    /// <summary>« ] ».</summary>
    CrochetFermant,

    /// <summary>Text between quotes; or a phrase such as « sur rendez-vous », and the value is then its rank in <see cref="Locutions"/>, from 1.</summary>
    Commentaire,

    /// <summary>A weekday; the value is 0 for Monday to 6 for Sunday.</summary>
    Jour,

    /// <summary>Several weekdays in one word: « weekend », « daily »; the value is a mask, bit 0 for Monday.</summary>
    GroupeDeJours,

    /// <summary>A month; the value is 1 to 12.</summary>
    Mois,

    /// <summary>« PH ».</summary>
    JourFerie,

    /// <summary>« SH ».</summary>
    VacancesScolaires,

    /// <summary>« week ».</summary>
    Semaine,

    /// <summary>« day », « days ».</summary>
    Journee,

    /// <summary>« open », « off », « closed », « unknown »; the value is the <see cref="EtatOuverture"/>.</summary>
    Etat,

    /// <summary>« 24/7 » in one word: « always », « nonstop ».</summary>
    ToutLeTemps,

    /// <summary>« midday », « midnight »; the value is in minutes.</summary>
    HeureEnMots,

    /// <summary>« h », « Uhr » after a number.</summary>
    Heure,

    /// <summary>« am »; « a.m. ».</summary>
    Matin,

    /// <summary>« pm »; « p.m. ».</summary>
    ApresMidi,

    /// <summary>« sunrise », « sunset », « dawn », « dusk ».</summary>
    Soleil,

    /// <summary>« easter ».</summary>
    Paques,

    /// <summary>« from », « von »: says nothing, and is dropped by the reader of tokens.</summary>
    Vide,
}
