using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>Why a calendar can't be read, in words for who added it.</summary>
public static class ErreursICalendar
{
    /// <summary>Something else: a page, a picture, nothing.</summary>
    public static readonly Erreur PasUnCalendrier = new("NOY-031", "Ce n’est pas un calendrier : il devrait commencer par « BEGIN:VCALENDAR ». Vérifiez l’adresse ou le fichier : c’est celui au format iCal (.ics) qu’il faut.");

    /// <summary>Its end is missing.</summary>
    public static readonly Erreur Coupe = new("NOY-032", "Le calendrier est coupé : sa fin manque.");

    /// <summary>Components inside one another.</summary>
    public static readonly Erreur TropProfond = new("NOY-033", "Le calendrier est mal fait : trop d’éléments sont rangés les uns dans les autres.");

    /// <summary>Components crossed.</summary>
    public static readonly Erreur MalFerme = new("NOY-034", "Le calendrier est mal fait : un élément commencé n’est pas fini, ou un autre finit sans avoir commencé.");

    /// <summary>Lines.</summary>
    public static readonly Erreur TropDeLignes = new("NOY-035", "Le calendrier a trop de lignes.");

    /// <summary>Events.</summary>
    public static readonly Erreur TropDEvenements = new("NOY-036", "Le calendrier a trop d’événements. Choisissez un calendrier plus petit, ou n’en partagez que l’année.");

    /// <summary>Repeated events.</summary>
    public static readonly Erreur TropDeRepetitions = new("NOY-037", "Le calendrier a des événements qui se répètent trop de fois pour être lus.");

    /// <summary>A line that can't be passed over.</summary>
    public static readonly Erreur LigneTropLongue = new("NOY-038", "Le calendrier a une ligne de dates trop longue.");

    /// <summary>Bytes.</summary>
    public static Erreur TropGros(int octets) => new("NOY-039", $"Le calendrier est trop gros : {octets / (1024 * 1024)} Mo au plus.");
}
