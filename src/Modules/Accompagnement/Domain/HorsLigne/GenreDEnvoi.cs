namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>What is done without network. Each is written by the same service as its page.</summary>
internal enum GenreDEnvoi
{
    /// <summary>An act.</summary>
    Activite,

    /// <summary>Who came to a workshop.</summary>
    Presence,

    /// <summary>An appointment given to somebody.</summary>
    RendezVous,

    /// <summary>A card given to somebody, with a number reserved before.</summary>
    Carte,
}
