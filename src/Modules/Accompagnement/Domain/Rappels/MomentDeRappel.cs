using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Domain.Rappels;

/// <summary>
/// When a reminder goes. A mail goes at its hour, an SMS only by day where the place is: one that falls at night waits for the morning when enough time
/// is left, or goes the evening before. Whoever just booked isn't reminded of it.
/// </summary>
internal static class MomentDeRappel
{
    /// <summary>Less than that before, a reminder of the morning is no use.</summary>
    public static readonly TimeSpan DelaiUtile = TimeSpan.FromHours(1);

    /// <summary>Later, they are already on their way.</summary>
    public static readonly TimeSpan DerniereMinute = TimeSpan.FromMinutes(15);

    /// <summary>How much earlier than its delay a reminder may go: a night and the evening before it.</summary>
    public static readonly TimeSpan AvanceMax = TimeSpan.FromHours(16);

    // Before the night begins.
    private static readonly TimeSpan Veille = TimeSpan.FromHours(1);

    /// <summary>From when.</summary>
    public static DateTimeOffset De(DateTimeOffset debut, PalierDeRappel palier, CanalDeRappel canal, TimeZoneInfo fuseau, ReglesDesRappels regles)
    {
        var moment = debut - (palier == PalierDeRappel.Premier ? regles.Premier : regles.Second);
        if (canal != CanalDeRappel.Sms || DeJour(moment, fuseau, regles))
        {
            return moment;
        }

        var locale = TimeZoneInfo.ConvertTime(moment, fuseau).DateTime;
        var (matin, soir) = locale.Hour < regles.Matin ? (locale.Date, locale.Date.AddDays(-1)) : (locale.Date.AddDays(1), locale.Date);
        var auMatin = HeuresDUnFuseau.Instant(fuseau, matin.AddHours(regles.Matin));
        return auMatin + DelaiUtile <= debut ? auMatin : HeuresDUnFuseau.Instant(fuseau, soir.AddHours(regles.Soir) - Veille);
    }

    /// <summary>Until when: the second reminder takes the place of a first one that is late.</summary>
    public static DateTimeOffset Jusqua(DateTimeOffset debut, PalierDeRappel palier, CanalDeRappel canal, TimeZoneInfo fuseau, ReglesDesRappels regles) =>
        palier == PalierDeRappel.Premier ? De(debut, PalierDeRappel.Second, canal, fuseau, regles) : debut - DerniereMinute;

    /// <summary>True when it is to go now.</summary>
    public static bool EstDu(DateTimeOffset debut, DateTimeOffset prisLe, PalierDeRappel palier, CanalDeRappel canal, TimeZoneInfo fuseau, ReglesDesRappels regles, DateTimeOffset maintenant)
    {
        var de = De(debut, palier, canal, fuseau, regles);
        return prisLe < de && de <= maintenant && maintenant < Jusqua(debut, palier, canal, fuseau, regles) && (canal != CanalDeRappel.Sms || DeJour(maintenant, fuseau, regles));
    }

    /// <summary>True when a telephone may ring there.</summary>
    public static bool DeJour(DateTimeOffset instant, TimeZoneInfo fuseau, ReglesDesRappels regles)
    {
        var heure = TimeZoneInfo.ConvertTime(instant, fuseau).Hour;
        return heure >= regles.Matin && heure < regles.Soir;
    }
}
