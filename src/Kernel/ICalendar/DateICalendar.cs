using System.Globalization;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>A date of a calendar: a day, or an hour at the clock of a zone.</summary>
/// <param name="Local">At that clock.</param>
/// <param name="Fuseau">The zone.</param>
/// <param name="JourSeul">True for a whole day.</param>
internal readonly record struct DateICalendar(DateTime Local, TimeZoneInfo Fuseau, bool JourSeul)
{
    private static readonly string[] Formes = ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm"];

    /// <summary>The instant. An hour that comes twice is the first one; one that doesn't exist is read as if the clock hadn't moved.</summary>
    public DateTimeOffset Instant => HeuresDUnFuseau.Instant(Fuseau, Local);

    /// <summary>Null for what isn't a date between 1900 and 2200: nothing that is looked at is outside.</summary>
    /// <param name="valeur">« 20261203T093000Z ».</param>
    /// <param name="fuseau">Zone of a date without one of its own.</param>
    public static DateICalendar? Lire(ReadOnlySpan<char> valeur, TimeZoneInfo fuseau)
    {
        valeur = valeur.Trim();
        if (valeur.Length == 8 && DateTime.TryParseExact(valeur, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour))
        {
            return Borner(new(jour, fuseau, JourSeul: true));
        }

        var utc = valeur is [.., 'Z' or 'z'];
        var texte = utc ? valeur[..^1] : valeur;
        if (texte.Length == 15 && texte[13..].SequenceEqual("60"))
        {
            // A leap second is the one before.
            texte = $"{texte[..13]}59";
        }

        return DateTime.TryParseExact(texte, Formes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var lue) ? Borner(new(lue, utc ? TimeZoneInfo.Utc : fuseau, JourSeul: false)) : null;
    }

    private static DateICalendar? Borner(DateICalendar date) => date.Local.Year is >= 1900 and <= 2200 ? date : null;
}
