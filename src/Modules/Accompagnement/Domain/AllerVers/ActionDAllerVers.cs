using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>
/// A médiateur went out to meet people: a market, a food bank, the school gate. People met leave no name: no field holds one, and the steps are counts.
/// Made by <see cref="VerificationDAllerVers"/> only.
/// </summary>
internal sealed class ActionDAllerVers : IJournalisee
{
    public const int LieuMax = 120;
    public const int AutreMotifMax = 80;
    public const int ApprisMax = 400;

    /// <summary>Most people that one action may meet.</summary>
    public const int PersonnesMax = 5000;

    public required Guid Id { get; init; }

    /// <summary>The médiateur.</summary>
    public required Guid Auteur { get; init; }

    /// <summary>For whom they worked that day.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>The teams that they were in on that day: their coordinators see the counts.</summary>
    public required Guid[] Equipes { get; set; }

    public required DateOnly Jour { get; set; }

    /// <summary>Minutes.</summary>
    public required int Duree { get; set; }

    /// <summary>Id of the place on the map, when it is one.</summary>
    public string? Lieu { get; set; }

    /// <summary>Where, in a few words, when it isn't on the map.</summary>
    public string? LieuLibre { get; set; }

    /// <summary>INSEE code.</summary>
    public string? Commune { get; set; }

    public string? Departement { get; set; }

    public Guid? Partenaire { get; set; }

    /// <summary>Code of <see cref="ListesDAllerVers.Motifs"/>.</summary>
    public required string Motif { get; set; }

    public string? AutreMotif { get; set; }

    public Guid? Configuration { get; set; }

    public int Contactes { get; set; }
    public int? Interesses { get; set; }
    public int? Inscrits { get; set; }
    public int? Venus { get; set; }
    public int? Revenus { get; set; }
    public int? Engages { get; set; }
    public int? Relais { get; set; }

    public int RenonceOui { get; set; }
    public int RenonceNon { get; set; }
    public int RenonceNeSaitPas { get; set; }
    public int FaiteOui { get; set; }
    public int FaiteNon { get; set; }
    public int FaiteNeSaitPas { get; set; }

    /// <summary>What was learned of the demand. The journal, that never forgets, doesn't keep these words.</summary>
    [HorsJournal]
    public string? Appris { get; set; }

    /// <summary>When to call the partner back.</summary>
    public DateOnly? RappelLe { get; set; }

    public DateTimeOffset? RappeleLe { get; set; }

    public required DateTimeOffset EnregistreeLe { get; init; }
    public required DateTimeOffset ModifieeLe { get; set; }
    public int Version { get; set; } = 1;
    public DateTimeOffset? SupprimeeLe { get; set; }

    [JsonIgnore]
    public EffectifsDEnrolement Effectifs => new(Contactes, Interesses, Inscrits, Venus, Revenus, Engages, Relais);

    [JsonIgnore]
    public Renoncement Renoncement => new(RenonceOui, RenonceNon, RenonceNeSaitPas, FaiteOui, FaiteNon, FaiteNeSaitPas);

    /// <summary>True when the partner is still to be called.</summary>
    [JsonIgnore]
    public bool ARappeler => RappelLe is not null && RappeleLe is null && SupprimeeLe is null;

    string IJournalisee.IdJournal => Id.ToString();
}
