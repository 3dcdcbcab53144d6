namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>What a place is, as its name, its types or its contacts say it. A place may be several: « Mairie – France services ».</summary>
[Flags]
internal enum Genre : uint
{
    Aucun = 0,

    /// <summary>France services, and what came before: MSAP, « maison des services », Point Info 14.</summary>
    FranceServices = 1 << 0,
    Mairie = 1 << 1,
    Intercommunalite = 1 << 2,
    ActionSociale = 1 << 3,
    Poste = 1 << 4,
    Bibliotheque = 1 << 5,

    /// <summary>Public digital space: EPN, cyber-base, « espace multimédia ».</summary>
    EspaceNumerique = 1 << 6,
    Jeunesse = 1 << 7,
    MissionLocale = 1 << 8,

    /// <summary>Centre social, MJC, maison de quartier, espace de vie sociale.</summary>
    CentreSocial = 1 << 9,

    /// <summary>Services of the département: MDS, CMS, maison du département.</summary>
    Departement = 1 << 10,
    Pimms = 1 << 11,
    TiersLieu = 1 << 12,
    Hebergement = 1 << 13,
    Emploi = 1 << 14,
    Enseignement = 1 << 15,
    Tourisme = 1 << 16,
    Ludotheque = 1 << 17,
    Sante = 1 << 18,
    Securite = 1 << 19,
    Droit = 1 << 20,
    Culture = 1 << 21,
    Insertion = 1 << 22,
    Entraide = 1 << 23,

    /// <summary>The département's or the region's library, or a network's head: it serves libraries, and is in none of them.</summary>
    ReseauDeLecture = 1 << 24,
    Agriculture = 1 << 25,
    Region = 1 << 26,

    /// <summary>Goes on the road: bus, « itinérant », « mobile ».</summary>
    Itinerant = 1 << 28,

    /// <summary>A part of something bigger: « annexe », « antenne », « site de ».</summary>
    Annexe = 1 << 29,
    Association = 1 << 30,
}
