using System.Globalization;

namespace FaireAvec.Cartographie.Horaires.Mots;

/// <summary>The words and turns of a language in which hours are told to the public. Two exist: <see cref="Francais"/> and <see cref="Anglais"/>.</summary>
internal abstract class Vocable
{
    private static readonly VocableFrancais Francais = new();
    private static readonly VocableAnglais Anglais = new();

    /// <summary>The language of the page, by its code: "en" for English, French otherwise.</summary>
    public static Vocable De(string? langue) => langue is not null && langue.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Anglais : Francais;

    /// <summary>Culture of the names of days and months.</summary>
    public abstract CultureInfo Culture { get; }

    /// <summary>Nothing was written, or it was not understood.</summary>
    public abstract string NonCommuniques { get; }

    /// <summary>Open all day and all night.</summary>
    public abstract string ToutLeTemps { get; }

    /// <summary>Closed, and no opening is planned.</summary>
    public abstract string Ferme { get; }

    /// <summary>Open to those who have an appointment.</summary>
    public abstract string SurRendezVous { get; }

    /// <summary>Unknown, without a comment.</summary>
    public abstract string AConfirmer { get; }

    /// <summary>Open end, the time of closing is not known.</summary>
    public abstract string FermetureNonPrecisee { get; }

    /// <summary>Beside the hours of a public holiday that the hours don't mention.</summary>
    public abstract string FerieAVerifier { get; }

    /// <summary>« Ouvert jusqu’à … ».</summary>
    public abstract string OuvertJusqua(Echeance echeance);

    /// <summary>« Fermé, ouvre à … ».</summary>
    public abstract string FermeOuvre(Echeance echeance);

    /// <summary>« Fermé, sur rendez-vous à partir de … ».</summary>
    public abstract string FermeRendezVous(Echeance echeance);

    /// <summary>« Fermé, à confirmer à partir de … ».</summary>
    public abstract string FermeAConfirmer(Echeance echeance);

    /// <summary>Unknown, with a comment that is not about appointments.</summary>
    public abstract string AConfirmerSelon(string commentaire);

    /// <summary>A time of the day, in minutes since midnight; 1440 is midnight at the end of the day.</summary>
    public abstract string Heure(int minutes);

    /// <summary>A range of the day: « 9 h – 12 h 30 ».</summary>
    public abstract string Plage(int debut, int fin);

    /// <summary>The start of a range whose end is not known: « à partir de 18 h ».</summary>
    public abstract string APartirDe(int debut);

    /// <summary>A date with its weekday: « lundi 4 mai ».</summary>
    public abstract string Date(DateOnly date);
}
