namespace FaireAvec.Cartographie.Domain;

/// <summary>A public id that is no longer one, and the place that took over: links live for ever.</summary>
internal sealed class Redirection
{
    public required string Ancien { get; init; }
    public required string Vers { get; set; }
    public required DateTimeOffset CreeeLe { get; init; }
}
