namespace FaireAvec.Accompagnement.Domain.ATraiter;

/// <summary>A line of « À traiter » that somebody put off, for themselves alone, until a day (excluded).</summary>
internal sealed class RemiseAPlusTard
{
    public required Guid Compte { get; init; }

    /// <summary>Key of the line.</summary>
    public required string Cle { get; init; }

    public required DateOnly Jusqua { get; set; }
}
