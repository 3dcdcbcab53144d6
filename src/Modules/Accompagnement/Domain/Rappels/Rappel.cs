namespace FaireAvec.Accompagnement.Domain.Rappels;

/// <summary>What became of a reminder.</summary>
internal enum EtatDeRappel
{
    /// <summary>Somebody is sending it.</summary>
    EnCours,
    Envoye,

    /// <summary>Whoever has the number doesn't want any.</summary>
    Refuse,

    /// <summary>It will be tried again, as long as it is of use.</summary>
    Echec,

    /// <summary>Trying again is useless.</summary>
    Abandonne,
}

/// <summary>One reminder of one appointment: that it went, so that it goes once. Neither who nor what.</summary>
internal sealed class Rappel
{
    public const int FauteMax = 300;

    /// <summary>The appointment, or the registration to a workshop.</summary>
    public required Guid RendezVous { get; init; }

    /// <summary>Its hour: moved, it is another reminder.</summary>
    public required DateTimeOffset Debut { get; init; }

    public required PalierDeRappel Palier { get; init; }
    public required CanalDeRappel Canal { get; init; }
    public required EtatDeRappel Etat { get; init; }

    /// <summary>When somebody last took it.</summary>
    public required DateTimeOffset PrisLe { get; init; }

    public required int Essais { get; init; }
    public string? Faute { get; init; }
}
