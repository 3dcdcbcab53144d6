using FaireAvec.Accompagnement.Domain.Agenda;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>A day and an hour as one types them, on the clock of the place.</summary>
internal static class RendezVousSaisi
{
    /// <param name="jour">The day.</param>
    /// <param name="heure">« 14 h 30 », « 14:30 ».</param>
    /// <param name="fuseau">Zone of the place; null when the map doesn’t know it: that of Paris.</param>
    public static DateTimeOffset? Lire(DateOnly? jour, string? heure, string? fuseau) =>
        jour is { } j && HeureSaisie.Lire(heure) is { } h ? HeuresLocales.Instant(HeuresLocales.Zone(fuseau), j, h) : null;
}
