using System.Globalization;
using FaireAvec.Cartographie.Horaires.Calendrier;

namespace FaireAvec.Cartographie.Horaires.Lignes;

/// <summary>Local times of the command lines: « 2025-06-02 09:00 », on the clock of the département.</summary>
internal static class HeureLocale
{
    private const string Format = "yyyy-MM-dd HH:mm";
    private static readonly string[] Formats = [Format, "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads a time; the « T » of ISO 8601 and seconds are accepted. False when the date doesn't exist or its holidays are not known.</summary>
    public static bool TryLire(string texte, string departement, out DateTimeOffset instant)
    {
        instant = default;
        if (!DateTime.TryParseExact(texte, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || local.Year is < JoursFeries.PremiereAnnee or > JoursFeries.DerniereAnnee)
        {
            return false;
        }

        instant = FuseauHoraire.Instant(FuseauHoraire.De(departement), DateOnly.FromDateTime(local), (local.Hour * 60) + local.Minute);
        return true;
    }

    /// <summary>Writes a time that already carries the local offset.</summary>
    public static string Ecrire(DateTimeOffset local) => local.ToString(Format, CultureInfo.InvariantCulture);
}
