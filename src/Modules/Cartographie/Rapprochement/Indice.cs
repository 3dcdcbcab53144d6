namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>
/// The clues that two places are one, or two; each between 0 and 1. Their names are those of the file of weights: a clue is added at the end of its part,
/// and the weights are estimated again.
/// </summary>
internal enum Indice
{
    /// <summary>The distinctive words of both names are the same.</summary>
    NomNoyau,

    /// <summary>Each name has distinctive words that the other hasn't.</summary>
    NomNoyauContraire,

    /// <summary>Only one name has distinctive words.</summary>
    NomNoyauUnSeul,

    /// <summary>Neither has: « Mairie », « France services de X ».</summary>
    NomNoyauAucun,

    /// <summary>The distinctive words of one are in the other's parent structure, site or second line of address.</summary>
    NomAilleurs,

    /// <summary>One is the acronym of the other.</summary>
    NomSigle,

    /// <summary>All words are the same.</summary>
    NomEgal,

    GenreMeme,
    GenrePorteur,

    /// <summary>A France services, and a body that is in the programme.</summary>
    GenreProgramme,
    GenreContraire,
    GenreInconnu,
    GenreAilleurs,
    Hebergement,
    ItineranceDuNom,
    ItineranceDite,
    Annexe,
    RangContraire,
    DeuxFranceServices,

    AdresseEgale,
    AdresseSansNumero,
    AdresseNumeroProche,
    AdresseNumeroContraire,
    AdresseVoieContraire,
    AdresseVague,

    DistanceProche,
    DistanceMoyenne,
    DistanceLoin,
    PositionInconnue,

    TelephoneEgal,
    TelephoneContraire,
    CourrielEgal,
    DomaineEgal,
    DomaineContraire,
    PageEgale,
    SiteEgal,
    SiteContraire,

    SiretEgal,
    SirenEgal,
    SirenContraire,

    HorairesEgaux,
    HorairesProches,
    HorairesContraires,

    MemeSource,

    // Two clues together.
    PorteurEtAdresse,
    PorteurEtContact,
    ContraireEtAdresse,
    ContraireEtContact,
    InconnuEtAdresse,
    NoyauContraireEtAdresse,
    NoyauContraireEtContact,
    MemeGenreSansNoyau,
    MemeGenreEtAdresse,
    ContactEtVoieContraire,
    FranceServicesEtContact,
    LoinEtAdresse,
    NoyauEtAdresse,
    NoyauEtContact,
    MemeSourceEtNoyau,
    ItineranceEtPorteur,
    NoyauEtGenre,
    TelephoneContraireEtPorteur,
    DeuxAdresses,
    BibliothequeEtAutre,
    MemeGenreEtNoyauContraire,

    /// <summary>A commune, its intercommunality, its CCAS or its post office, and a France services, at one address: what carries the desk is named for it.</summary>
    CollectiviteEtAdresse,

    /// <summary>The names agree, and two exact points are those of one building, whatever the streets: a corner house, « place de la Mairie ».</summary>
    NomsEtPoint,
}
