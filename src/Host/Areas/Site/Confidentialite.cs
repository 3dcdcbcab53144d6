namespace FaireAvec.Host.Areas.Site;

/// <summary>What the page about privacy must know of this installation.</summary>
/// <param name="Operateur">Who answers for the data.</param>
/// <param name="HoteDesTuiles">Server that sends the background of the map, which sees who asks for it; null when the background comes from this site.</param>
internal sealed record Confidentialite(Operateur Operateur, string? HoteDesTuiles)
{
    public static Confidentialite De(Operateur operateur, IConfiguration configuration) => new(
        operateur,
        Uri.TryCreate(configuration["Carte:Tuiles"]?.Replace("{s}", "a", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? uri.Host : null);
}
