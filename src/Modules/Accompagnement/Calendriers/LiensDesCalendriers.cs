namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>The addresses of calendars.</summary>
internal static class LiensDesCalendriers
{
    /// <summary>The page of a médiateur.</summary>
    public const string Page = "/agenda/calendriers";

    /// <summary>One's agenda, for another program.</summary>
    public static string Flux(string secret) => $"/agenda/flux/{secret}.ics";

    /// <summary>The workshops of a place, for anybody.</summary>
    /// <param name="lieu">Id of the place.</param>
    public static string DuLieu(string lieu) => $"/agenda/lieux/{Uri.EscapeDataString(lieu)}.ics";
}
