using System.ComponentModel;

namespace FaireAvec.Cartographie.Api;

/// <summary>Shape of the answers, for the OpenAPI document; <see cref="LieuxJson"/> writes them.</summary>
internal sealed record PageLieux(
    [property: Description("Tous les lieux qui répondent à la recherche, pas seulement cette page.")] int Total,
    IReadOnlyList<LieuTrouveApi> Lieux,
    [property: Description("À donner dans « curseur » pour la page suivante ; null à la fin.")] string? Suivant)
{
    [Description("Par filtre et par valeur, le nombre de lieux ; présent avec comptes=oui seulement.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Comptes { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
}

/// <summary>What is told of a place everywhere.</summary>
internal abstract record LieuApi
{
    public required string Id { get; init; }

    [Description("SIRET, RNA ou RIDET ; null quand il est inconnu.")]
    public string? Pivot { get; init; }

    public required string Nom { get; init; }
    public required string Commune { get; init; }
    public required string CodePostal { get; init; }
    public string? CodeInsee { get; init; }
    public string? Departement { get; init; }
    public string? Adresse { get; init; }
    public string? ComplementAdresse { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public required IReadOnlyList<string> Typologie { get; init; }
    public string? Telephone { get; init; }
    public required IReadOnlyList<string> Courriels { get; init; }
    public required IReadOnlyList<string> SiteWeb { get; init; }

    [Description("Au format opening_hours d’OpenStreetMap ; null quand ils ne sont pas communiqués.")]
    public string? Horaires { get; init; }

    public string? PresentationResume { get; init; }
    public string? PresentationDetail { get; init; }
    public required string Source { get; init; }
    public required IReadOnlyList<string> Itinerance { get; init; }
    public string? StructureParente { get; init; }

    [Description("Dernière mise à jour par la source ; null quand la date n’est pas croyable.")]
    public DateOnly? DateMaj { get; init; }

    public required IReadOnlyList<string> Services { get; init; }

    [Description("Vrai quand la source donne les mêmes services à tous ses lieux : ils sont déduits du type de lieu.")]
    public bool ServicesDeduits { get; init; }

    public required IReadOnlyList<string> PublicsSpecifiquementAdresses { get; init; }
    public required IReadOnlyList<string> PriseEnChargeSpecifique { get; init; }
    public required IReadOnlyList<string> FraisACharge { get; init; }
    public required IReadOnlyList<string> DispositifProgrammesNationaux { get; init; }
    public required IReadOnlyList<string> FormationsLabels { get; init; }
    public required IReadOnlyList<string> AutresFormationsLabels { get; init; }
    public required IReadOnlyList<string> ModalitesAcces { get; init; }
    public required IReadOnlyList<string> ModalitesAccompagnement { get; init; }

    [Description("Par champ (« frais_a_charge », « modalites_acces », « modalites_accompagnement »), les valeurs que la source donne à tous ses lieux : son réseau les dit, pas le lieu.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> ValeursDuReseau { get; init; }

    public string? FicheAccesLibre { get; init; }
    public string? PriseRdv { get; init; }

    [Description("Chemin de la page du lieu.")]
    public required string Url { get; init; }
}

/// <summary>A place in a list.</summary>
internal sealed record LieuTrouveApi : LieuApi
{
    [Description("Distance au centre de la recherche, en mètres, à vol d’oiseau ; null sans position.")]
    public long? DistanceM { get; init; }
}

/// <summary>A place alone.</summary>
internal sealed record FicheApi : LieuApi
{
    [Description("Vrai quand les horaires ont pu être lus.")]
    public bool HorairesCompris { get; init; }

    [Description("Ouvert maintenant ; null quand ce n’est pas connu.")]
    public bool? Ouvert { get; init; }
}
