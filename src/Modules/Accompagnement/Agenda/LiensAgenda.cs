using System.Globalization;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>The addresses of the agenda and of booking.</summary>
internal static class LiensAgenda
{
    public const string Agenda = "/agenda";
    public const string Disponibilites = "/agenda/disponibilites";
    public const string Absences = "/agenda/absences";
    public const string NouveauRendezVous = "/agenda/rendez-vous/nouveau";
    public const string Ateliers = "/agenda/ateliers";

    public static string Jour(DateOnly jour, string vue) => $"{Agenda}?jour={Iso(jour)}&vue={vue}";

    public static string Mois(DateOnly jour, string lieu) => $"{Agenda}?jour={Iso(jour)}&vue=mois&lieu={Uri.EscapeDataString(lieu)}";

    public static string RendezVous(Guid id) => $"/agenda/rendez-vous/{id}";

    public static string Atelier(Guid id) => $"/agenda/ateliers/{id}";

    public static string ImprimerAtelier(Guid id) => $"/agenda/ateliers/{id}/imprimer";

    /// <summary>The form of an act, begun from what is known of the appointment.</summary>
    public static string Noter(Guid rendezVous) => $"{LiensAccompagnement.NouvelleActivite}?rendezvous={rendezVous}";

    /// <summary>The same from a workshop.</summary>
    public static string NoterLAtelier(Guid atelier) => $"{LiensAccompagnement.NouvelleActivite}?atelier={atelier}";

    /// <summary>Booking at a place, from the address of its page.</summary>
    public static string Reserver(string pageDuLieu) => $"/reserver/{pageDuLieu[(pageDuLieu.LastIndexOf('/') + 1)..]}";

    public static string Creneau(string pageDuLieu, DateTimeOffset debut) => $"{Reserver(pageDuLieu)}/creneau?debut={Instant(debut)}";

    public static string InscriptionA(string pageDuLieu, Guid atelier) => $"{Reserver(pageDuLieu)}/atelier/{atelier}";

    /// <summary>The signed link of a booking.</summary>
    public static string Reservation(string jeton) => $"/rendez-vous/{jeton}";

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads back <see cref="Instant"/>.</summary>
    public static DateTimeOffset? LireInstant(string? texte) =>
        DateTimeOffset.TryParseExact(texte, "yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    public static string Iso(DateOnly jour) => jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? LireJour(string? texte) => DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour.Year is >= 2000 and <= 2199 ? jour : null;
}
