using System.Globalization;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>A day and an hour as one types them, on the clock of Paris.</summary>
internal static class RendezVousSaisi
{
    private static readonly string[] Formes = ["H:mm", "HH:mm", "H'h'mm", "HH'h'mm", "H'h'", "HH'h'"];

    public static DateTimeOffset? Lire(DateOnly? jour, string? heure) =>
        jour is { } j && heure is { Length: <= 10 } && TimeOnly.TryParseExact(heure.Replace(" ", "", StringComparison.Ordinal), Formes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var h) ? JourDeParis.Instant(j, h) : null;
}
