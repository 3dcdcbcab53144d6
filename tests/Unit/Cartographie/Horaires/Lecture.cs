using System.Globalization;
using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>Short ways to read hours in tests. Without département: 75. The reference week is that of Monday 5 May 2025, whose Thursday is a holiday.</summary>
internal static class Lecture
{
    public static readonly DateOnly Lundi5Mai = new(2025, 5, 5);

    public static HorairesOsm Lire(string texte)
    {
        var horaires = HorairesOsm.Analyser(texte);
        Assert.True(horaires.Reussi, $"{texte} : {horaires.Erreur?.Message}");
        return horaires.Valeur;
    }

    /// <summary>Spans of some days: « Mo 09:00-12:00, Mo 22:00-26:00? "sur rdv" ». Hours count from the midnight of the day on which the span starts.</summary>
    public static string Jours(string texte, DateOnly debut, int jours, string departement = "75")
    {
        var fuseau = FaireAvec.Cartographie.Horaires.Calendrier.FuseauHoraire.De(departement);
        var de = Local(debut.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 00:00", departement);
        var a = Local(debut.AddDays(jours).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 00:00", departement);
        Assert.NotNull(fuseau);
        return string.Join(", ", Lire(texte).Intervalles(de, a, departement).Select(Ecrire));
    }

    public static string Semaine(string texte) => Jours(texte, Lundi5Mai, 7);

    /// <summary>A local time of the département: « 2025-05-05 09:30 ».</summary>
    public static DateTimeOffset Local(string heure, string departement = "75")
    {
        var local = DateTime.ParseExact(heure, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return FaireAvec.Cartographie.Horaires.Calendrier.FuseauHoraire.Instant(
            FaireAvec.Cartographie.Horaires.Calendrier.FuseauHoraire.De(departement), DateOnly.FromDateTime(local), (local.Hour * 60) + local.Minute);
    }

    private static string Ecrire(Intervalle i)
    {
        var jour = new[] { "Su", "Mo", "Tu", "We", "Th", "Fr", "Sa" }[(int)i.Debut.DayOfWeek];
        var fin = (i.Fin.DateTime - i.Debut.Date).TotalMinutes;
        var texte = string.Create(CultureInfo.InvariantCulture, $"{jour} {i.Debut:HH:mm}-{(int)fin / 60:00}:{(int)fin % 60:00}");
        return texte + (i.Inconnu ? "?" : "") + (i.Commentaire is null ? "" : $" \"{i.Commentaire}\"");
    }
}
