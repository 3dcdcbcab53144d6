using FaireAvec.Cartographie.Correspondances.Geocodage;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>How a record ends. There is no other end.</summary>
internal enum EtatDeLigne
{
    /// <summary>A place, as the file wrote it.</summary>
    Gardee,

    /// <summary>A place, some values of which were mended or left out: the corrections say which.</summary>
    Corrigee,

    /// <summary>Not a place, or one that can't be published: the reason says why.</summary>
    Rejetee,
}

/// <summary>What became of a record: a place with the trace of what was changed, or the reason why there is none.</summary>
internal sealed record ResultatDeLigne
{
    /// <summary>Rows of the file: several when they were grouped.</summary>
    public required IReadOnlyList<long> Lignes { get; init; }

    /// <summary>The place; null when the record is rejected.</summary>
    public FicheLieu? Fiche { get; init; }

    /// <summary>Why it is rejected, in French; null otherwise.</summary>
    public string? Raison { get; init; }

    /// <summary>The row that already is this place; null otherwise.</summary>
    public long? LigneSemblable { get; init; }

    /// <summary>Name of the place, when it is known: a reader finds the row again.</summary>
    public string? Nom { get; init; }

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public IReadOnlyList<AnomalieDeValeur> Anomalies { get; init; } = [];

    /// <summary>Values that belong to a person: kept apart, never published.</summary>
    public IReadOnlyList<ValeurRetenue> Retenues { get; init; } = [];

    /// <summary>Fields whose value is deduced, not said by the source, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Deduits { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Hours that nobody could turn into OSM with enough confidence, as the source wrote them.</summary>
    public string? HorairesEnTexte { get; init; }

    /// <summary>A position found by geocoding; null when the source gives one, or when none was sought or found.</summary>
    public PositionDeLieu? Position { get; init; }

    public EtatDeLigne Etat => Fiche is null ? EtatDeLigne.Rejetee : Corrections.Count > 0 ? EtatDeLigne.Corrigee : EtatDeLigne.Gardee;

    public static ResultatDeLigne Rejeter(IReadOnlyList<long> lignes, string raison, string? nom = null) => new() { Lignes = lignes, Raison = raison, Nom = nom };
}
