namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Why two places that look alike are left to a person.</summary>
internal enum Reserve
{
    Aucune,

    /// <summary>Housing on one side only: a body's beds are not its desk, whatever address and number it gives for them.</summary>
    Hebergement,

    /// <summary>One SIRET, two addresses in two streets: a body often gives its seat's number for all its sites.</summary>
    PlusieursSites,

    /// <summary>Two establishments of one body, at two addresses.</summary>
    DeuxEtablissements,

    /// <summary>One source, two sites or two e-mail domains: two desks entered under the name of the body that carries them.</summary>
    DeuxGuichets,

    /// <summary>Two addresses more than a kilometre apart, and either the names or the contacts don't link them.</summary>
    TropLoin,
}
