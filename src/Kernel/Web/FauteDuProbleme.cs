using System.Text.Json.Serialization;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Kernel.Web;

/// <summary>One fault of a refused request, as the API writes it.</summary>
/// <param name="Code">Stable, never used again.</param>
/// <param name="Champ">The parameter at fault, or null.</param>
/// <param name="Message">A French sentence fit to be shown.</param>
/// <param name="ValeursAcceptees">The accepted values when they are a closed list, or null.</param>
public sealed record FauteDuProbleme(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("champ")] string? Champ,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("valeurs_acceptees")] IReadOnlyList<string>? ValeursAcceptees)
{
    internal static FauteDuProbleme De(Erreur e) => new(e.Code, e.Champ, e.Message, e.ValeursAcceptees);
}
