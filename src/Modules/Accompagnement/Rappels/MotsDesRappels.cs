using System.Globalization;
using FaireAvec.Accompagnement.Domain.Rappels;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Rappels;

/// <summary>What a reminder says: when, where, and how to change it. Short, in words that everybody reads, with nothing of what the appointment is about.</summary>
internal static class MotsDesRappels
{
    // Two segments: the link alone is half of one, and a name that is whole reads better.
    private const int Place = 306;
    private const int LieuMin = 20;

    /// <summary>An SMS of two segments at most, unless it is in another script: a very long name of a place is shortened rather than paid for once more.</summary>
    public static string Sms(RendezVousARappeler r, string lien, string mentionDeStop, DateTimeOffset maintenant)
    {
        var culture = Culture(r.Langue);
        string Texte(string lieu) => AlphabetGsm.Rapprocher(MotsRappels.T(culture, r.Atelier is null ? "Sms.RendezVous" : "Sms.Atelier", Quand(r, maintenant, culture), lieu, lien) + (mentionDeStop.Length > 0 ? $" {mentionDeStop}" : ""));
        var entier = Texte(r.Lieu);
        var trop = LongueurDeCourtMessage.Mesurer(entier).Unites - Place;
        return trop <= 0 || r.Lieu.Length - trop < LieuMin ? entier : Texte(Raccourcir(r.Lieu, r.Lieu.Length - trop));
    }

    public static string Objet(RendezVousARappeler r, DateTimeOffset maintenant)
    {
        var culture = Culture(r.Langue);
        return MotsRappels.T(culture, r.Atelier is null ? "Courriel.Objet" : "Courriel.Objet.Atelier", Quand(r, maintenant, culture));
    }

    public static string Courriel(RendezVousARappeler r, string lien, DateTimeOffset maintenant)
    {
        var culture = Culture(r.Langue);
        var ou = r.Adresse is { Length: > 0 } adresse ? $"{r.Lieu}\n{adresse}" : r.Lieu;
        return MotsRappels.T(culture, r.Atelier is null ? "Courriel.Texte" : "Courriel.Texte.Atelier", Quand(r, maintenant, culture), ou, lien, r.Atelier);
    }

    /// <summary>« aujourd’hui à 14 h 30 », « demain, jeudi 3 décembre, à 9 h », at the clock of the place.</summary>
    private static string Quand(RendezVousARappeler r, DateTimeOffset maintenant, CultureInfo culture)
    {
        var fuseau = HeuresDUnFuseau.Zone(r.Fuseau);
        var (ici, la) = (TimeZoneInfo.ConvertTime(maintenant, fuseau).Date, TimeZoneInfo.ConvertTime(r.Debut, fuseau).DateTime);
        var heure = culture.TwoLetterISOLanguageName == "fr"
            ? la.ToString(la.Minute == 0 ? "H' h'" : "H' h 'mm", culture)
            : la.ToString("H:mm", culture);
        var jour = la.EnMots("dddd d MMMM", culture);
        return (la.Date - ici).Days switch
        {
            0 => MotsRappels.T(culture, "Quand.Aujourdhui", heure),
            1 => MotsRappels.T(culture, "Quand.Demain", jour, heure),
            _ => MotsRappels.T(culture, "Quand.Jour", jour, heure),
        };
    }

    /// <summary>The language in which somebody booked, with its dates.</summary>
    public static CultureInfo Culture(string langue) => CultureInfo.GetCultureInfo(langue == "en" ? "en-GB" : "fr-FR");

    private static string Raccourcir(string lieu, int taille)
    {
        var coupe = lieu.LastIndexOf(' ', taille - 1);
        return (coupe >= LieuMin / 2 ? lieu[..coupe] : lieu[..(char.IsHighSurrogate(lieu[taille - 2]) ? taille - 2 : taille - 1)]).TrimEnd(' ', ',', '-', ';') + ".";
    }
}
