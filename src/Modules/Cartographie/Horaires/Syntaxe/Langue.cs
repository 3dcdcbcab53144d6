namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>Which language a word belongs to: short words such as « di » or « mar » are only understood in the company of others of their language.</summary>
[Flags]
internal enum Langue : byte
{
    /// <summary>The OSM word, English, or a word that says nothing of the language.</summary>
    Neutre = 0,

    /// <summary>A French word that no other language has: « lundi », « lu », « ven ».</summary>
    Francais = 1,

    /// <summary>A German word that no other language has: « Montag ».</summary>
    Allemand = 2,

    /// <summary>« di »: Sunday in French, Tuesday in German.</summary>
    JourAmbigu = 4,

    /// <summary>« mar »: March for OSM, Tuesday (mardi) in French.</summary>
    MarsOuMardi = 8,

    /// <summary>« do » or « so »: Thursday and Sunday in German, other days elsewhere.</summary>
    AbregeAllemand = 16,

    /// <summary>« mi »: Wednesday in German.</summary>
    Mi = 32,

    /// <summary>« mo », « fr », « sa », which English and German share: never on a token, only for a group of rules.</summary>
    JourNeutre = 64,
}
