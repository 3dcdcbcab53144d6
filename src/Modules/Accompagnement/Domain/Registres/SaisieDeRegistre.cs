namespace FaireAvec.Accompagnement.Domain.Registres;

/// <summary>A register as it is typed: nothing is checked yet.</summary>
internal sealed record SaisieDeRegistre
{
    public string? Titre { get; init; }
    public DateOnly? Jour { get; init; }
    public string? Debut { get; init; }
    public string? Fin { get; init; }
    public string? TypeDeLieu { get; init; }

    /// <summary>Id of the place on the map.</summary>
    public string? Lieu { get; init; }

    /// <summary>INSEE code.</summary>
    public string? Commune { get; init; }
}
