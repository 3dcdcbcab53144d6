using System.Text.Json.Serialization;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>How an act came in.</summary>
internal enum OrigineDActivite
{
    /// <summary>Written on the page.</summary>
    Saisie,

    /// <summary>Sent by another system.</summary>
    Api,

    /// <summary>Written without network, sent later.</summary>
    HorsLigne,

    /// <summary>Read in a file of another tool: keeps all its themes.</summary>
    Import,
}

/// <summary>
/// A compte rendu: what a médiateur did, with whom, how. Made by <see cref="VerificationDActivite"/> only; its row names are those of the columns that
/// <c>accompagnement.enregistrer</c> fills.
/// </summary>
internal sealed class Activite : IJournalisee
{
    public const int TexteCourtMax = 200;
    /// <summary>Labels of one act at most.</summary>
    public const int EtiquettesMax = 10;

    public const int NotesMax = 4000;

    /// <summary>What the acts of one day of one médiateur never pass together.</summary>
    public const int MinutesDUnJour = 24 * 60;

    public const int DureeMax = MinutesDUnJour - 1;

    public required Guid Id { get; init; }

    /// <summary>The médiateur.</summary>
    public required Guid Auteur { get; init; }

    /// <summary>For whom they worked that day.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>The teams that they were in on that day: their coordinators see the act, without the people.</summary>
    public required Guid[] Equipes { get; set; }

    public required TypeDActivite Type { get; set; }
    public required DateOnly Jour { get; set; }

    /// <summary>Minutes; 0 for a partnership.</summary>
    public required int Duree { get; set; }

    public string? TypeDeLieu { get; set; }
    public string? Lieu { get; set; }

    /// <summary>INSEE code of where it happened.</summary>
    public string? Commune { get; set; }

    public string? Departement { get; set; }

    /// <summary>Codes of <see cref="Activites.Thematiques"/>, the principal one first.</summary>
    public string[] Thematiques { get; set; } = [];

    public int? PartALaPlace { get; set; }
    public int? PartAvec { get; set; }
    public int? PartFaire { get; set; }
    public string? MotifALaPlace { get; set; }
    public string? Situation { get; set; }
    public string[] Materiels { get; set; } = [];
    public string? Demarche { get; set; }
    public string? Suite { get; set; }

    /// <summary>Code of the online service that it was about (<see cref="Charge.ServicesEnLigne"/>); null when it isn't said.</summary>
    public string? Service { get; set; }

    /// <summary>Why the service took mediation time (<see cref="Listes.CausesDeCharge"/>); null when none is said, which doesn't say that all went well.</summary>
    public string? Cause { get; set; }

    /// <summary>
    /// How many minutes of the act the service took, as the médiateur says; never more than the act. Null when it isn't said, and then it stays unknown: an act
    /// has its own aim, so its whole duration is never put down to the service, and no share is made up. Figures give how many acts didn't say.
    /// </summary>
    public int? MinutesPerdues { get; set; }

    public string? Autonomie { get; set; }
    public bool? Orientee { get; set; }
    public string? StructureDeRedirection { get; set; }
    public string? Genre { get; set; }
    public string? Age { get; set; }
    public string? Statut { get; set; }
    public string? CommuneDeLaPersonne { get; set; }
    public bool? DejaAccompagnee { get; set; }
    public string? Titre { get; set; }
    public string? Niveau { get; set; }

    /// <summary>Those who were counted without being followed: 1 for an individual act without a name.</summary>
    public int SansNom { get; set; }

    /// <summary>Those who are followed or have a card.</summary>
    public int Suivies { get; set; }

    public Effectifs? Effectifs { get; set; }
    public Coordination? Coordination { get; set; }
    public Guid[] Etiquettes { get; set; } = [];
    public Guid? RendezVous { get; init; }

    /// <summary>The register of attendance that it was noted from.</summary>
    public Guid? Registre { get; init; }

    /// <summary>True when the author was on a post of conseiller numérique on that day: the State's scheme counts its own acts.</summary>
    public bool ConseillerNumerique { get; set; }

    public required OrigineDActivite Origine { get; init; }

    /// <summary>Fingerprint of what was sent: the same act sent again is recognised.</summary>
    public required byte[] Empreinte { get; init; }

    public required DateTimeOffset EnregistreeLe { get; init; }
    public required DateTimeOffset ModifieeLe { get; set; }
    public int Version { get; set; } = 1;
    public DateTimeOffset? SupprimeeLe { get; set; }

    /// <summary>How many accompagnements it is: one for each person helped.</summary>
    [JsonIgnore]
    public int Accompagnements => SansNom + Suivies;

    [JsonIgnore]
    public Posture? Posture => PartALaPlace is { } p && PartAvec is { } a && PartFaire is { } f ? new Posture(p, a, f) : null;

    string IJournalisee.IdJournal => Id.ToString();
}

/// <summary>One person in one act.</summary>
internal sealed class UnAccompagnement
{
    public required Guid Activite { get; init; }
    public required Guid Personne { get; set; }
    public required Guid Auteur { get; init; }
    public required DateOnly Jour { get; set; }

    // Who the person was on that day, filled by the database from their sheet (trigger « accompagnement.dire_le_public »): figures of past years don't drift.
    public string? Genre { get; private set; }
    public string? Age { get; private set; }
    public string? Statut { get; private set; }
}
