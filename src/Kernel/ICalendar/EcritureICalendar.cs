namespace FaireAvec.Kernel.ICalendar;

/// <summary>Writes a calendar that programs subscribe to (RFC 5545 and 7986). The same events give the same bytes: whoever has them already is told so by their ETag.</summary>
public static class EcritureICalendar
{
    /// <summary>Type of the answer.</summary>
    public const string Type = "text/calendar; charset=utf-8";

    /// <summary>The calendar, in UTF-8.</summary>
    /// <param name="nom">Its name, seen by who subscribes.</param>
    /// <param name="evenements">In the order in which they are to be written.</param>
    public static byte[] Ecrire(string nom, IReadOnlyList<EvenementICalendar> evenements)
    {
        var lignes = new LignesICalendar();
        lignes.Ecrire("BEGIN", "VCALENDAR");
        lignes.Ecrire("VERSION", "2.0");
        lignes.Ecrire("PRODID", "-//FaireAvec//Agenda//FR");
        lignes.Ecrire("CALSCALE", "GREGORIAN");
        lignes.Ecrire("METHOD", "PUBLISH");
        lignes.Texte("NAME", nom);
        lignes.Texte("X-WR-CALNAME", nom);
        lignes.Ecrire("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lignes.Ecrire("X-PUBLISHED-TTL", "PT1H");
        foreach (var fuseau in evenements.GroupBy(e => e.Fuseau.Id, StringComparer.Ordinal).OrderBy(f => f.Key, StringComparer.Ordinal).Where(f => !f.First().Fuseau.HasSameRules(TimeZoneInfo.Utc)))
        {
            FuseauICalendar.Ecrire(lignes, fuseau.First().Fuseau, fuseau.Min(e => e.Debut), fuseau.Max(e => e.Fin));
        }

        foreach (var evenement in evenements)
        {
            Ecrire(lignes, evenement);
        }

        lignes.Ecrire("END", "VCALENDAR");
        return lignes.EnOctets();
    }

    private static void Ecrire(LignesICalendar lignes, EvenementICalendar e)
    {
        lignes.Ecrire("BEGIN", "VEVENT");
        lignes.Texte("UID", e.Uid);
        lignes.Instant("DTSTAMP", e.ModifieLe);
        lignes.Instant("LAST-MODIFIED", e.ModifieLe);
        lignes.Ecrire("SEQUENCE", e.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        lignes.Instant("DTSTART", e.Debut, e.Fuseau);
        lignes.Instant("DTEND", e.Fin, e.Fuseau);
        lignes.Texte("SUMMARY", e.Resume);
        if (e.Description is { Length: > 0 } description)
        {
            lignes.Texte("DESCRIPTION", description);
        }

        if (e.Lieu is { Length: > 0 } lieu)
        {
            lignes.Texte("LOCATION", lieu);
        }

        if (e.Url is { Length: > 0 } url && Uri.TryCreate(url, UriKind.Absolute, out var adresse))
        {
            lignes.Ecrire("URL", adresse.AbsoluteUri);
        }

        lignes.Ecrire("STATUS", e.Etat switch { EtatICalendar.Confirme => "CONFIRMED", EtatICalendar.Provisoire => "TENTATIVE", EtatICalendar.Annule => "CANCELLED", _ => throw new ArgumentOutOfRangeException(nameof(e)) });
        lignes.Ecrire("TRANSP", e.Etat == EtatICalendar.Annule ? "TRANSPARENT" : "OPAQUE");
        lignes.Ecrire("END", "VEVENT");
    }
}
