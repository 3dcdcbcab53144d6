using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Dates as sources write them. What says nothing (a machine's zero, a filler, tomorrow) becomes unknown, and it is said: an invented date would win over a
/// true one. A day and a month are never exchanged by guess.
/// </summary>
internal static partial class DateSource
{
    private static readonly string[] Mois = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    private static readonly string[] MoisAbreges = ["janv", "jan", "fevr", "fev", "avr", "juil", "sept", "sep", "oct", "nov", "dec"];

    private static readonly int[] NumerosAbreges = [1, 1, 2, 2, 4, 7, 9, 9, 10, 11, 12];

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Cleans a date.</summary>
    /// <param name="texte">As written.</param>
    /// <param name="aujourdhui">The day of the cleaning.</param>
    /// <param name="champ">Column.</param>
    public static Nettoye<DateOnly?> Nettoyer(string? texte, DateOnly aujourdhui, string champ = "date_maj")
    {
        var releve = new Releve();
        if (string.IsNullOrWhiteSpace(texte))
        {
            return new(null, releve);
        }

        var brut = texte.Trim();
        var (date, regle) = brut.Length > 60 ? (null, Regles.DateIllisible) : Lire(brut);
        if (date is null)
        {
            releve.Retirer(champ, brut, regle);
            return new(null, releve);
        }

        // One day ahead of us in Nouméa is today.
        var refus = date.Value switch
        {
            { Year: <= 1990 } => Regles.DateZero,
            var d when d == DateDeMiseAJour.Remplissage => Regles.DateRemplissage,
            var d when d > aujourdhui.AddDays(1) => Regles.DateFuture,
            _ => null,
        };
        if (refus is not null)
        {
            releve.Retirer(champ, brut, refus);
            return new(null, releve);
        }

        releve.Corriger(champ, brut, date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), regle);
        return new(date, releve);
    }

    private static (DateOnly?, string) Lire(string texte)
    {
        if (Iso().Match(texte) is { Success: true } iso)
        {
            var jour = iso.Groups["j"].Success;
            var date = Date(Entier(iso, "a"), Entier(iso, "m"), jour ? Entier(iso, "j") : 1);
            if (date is not null && iso.Groups["z"] is { Success: true, Value: var zone } && iso.Groups["h"].Success)
            {
                return (EnFrance(date.Value, Entier(iso, "h"), Entier(iso, "min"), zone), Regles.DateHeure);
            }

            return (date, date is null ? Regles.DateImpossible : jour ? Regles.DateHeure : Regles.DateSansJour);
        }

        if (Francaise().Match(texte) is { Success: true } fr)
        {
            var annee = Entier(fr, "a");
            var (jour, mois) = (Entier(fr, "j"), Entier(fr, "m"));
            var date = Date(annee < 100 ? 2000 + annee : annee, mois, jour);
            return (date, date is not null ? Regles.DateFormat : mois > 12 && jour <= 12 ? Regles.DateAmericaine : Regles.DateImpossible);
        }

        if (Chiffres().Match(texte) is { Success: true } nombre)
        {
            return Numerique(nombre.Groups["n"].Value);
        }

        return EnLettres(texte);
    }

    private static (DateOnly?, string) Numerique(string chiffres)
    {
        switch (chiffres.Length)
        {
            case 10 or 13:
                var secondes = long.Parse(chiffres, CultureInfo.InvariantCulture) / (chiffres.Length == 13 ? 1000 : 1);
                return (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(secondes), Paris).DateTime), Regles.DateEpoque);
            case 8 when Date(int.Parse(chiffres[..4], CultureInfo.InvariantCulture), int.Parse(chiffres[4..6], CultureInfo.InvariantCulture), int.Parse(chiffres[6..], CultureInfo.InvariantCulture)) is { Year: > 1900 and < 2200 } compacte:
                return (compacte, Regles.DateFormat);
            case 5 when int.Parse(chiffres, CultureInfo.InvariantCulture) is >= 20_000 and <= 80_000 and var jours:
                // Days since 30 December 1899: Excel and LibreOffice.
                return (new DateOnly(1899, 12, 30).AddDays(jours), Regles.DateTableur);
            default:
                // A machine's zero.
                return chiffres.Trim('0').Length == 0 ? (null, Regles.DateZero) : (null, Regles.DateIllisible);
        }
    }

    private static (DateOnly?, string) EnLettres(string texte)
    {
        // « lundi 15 mars 2021 », « 1er mars 2021 », « mars 2021 »
        var mots = TexteRecherche.Normaliser(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var iMois = Array.FindIndex(mots, m => NumeroDuMois(m) > 0);
        if (iMois < 0 || iMois > 2 || iMois + 1 >= mots.Length || mots.Length > 8 || mots[iMois + 1].Length != 4 || !int.TryParse(mots[iMois + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var annee))
        {
            return (null, Regles.DateIllisible);
        }

        var mois = NumeroDuMois(mots[iMois]);
        if (iMois == 0 || !char.IsAsciiDigit(mots[iMois - 1][0]))
        {
            return (Date(annee, mois, 1), Regles.DateSansJour);
        }

        var jour = mots[iMois - 1] is "1er" ? "1" : mots[iMois - 1];
        var date = int.TryParse(jour, NumberStyles.None, CultureInfo.InvariantCulture, out var j) ? Date(annee, mois, j) : null;
        return (date, date is null ? Regles.DateImpossible : Regles.DateFormat);
    }

    private static int NumeroDuMois(string mot)
    {
        var i = Array.IndexOf(Mois, mot);
        return i >= 0 ? i + 1 : Array.IndexOf(MoisAbreges, mot) is >= 0 and var a ? NumerosAbreges[a] : 0;
    }

    private static DateOnly? Date(int annee, int mois, int jour) =>
        annee is >= 1 and <= 9999 && mois is >= 1 and <= 12 && jour >= 1 && jour <= DateTime.DaysInMonth(annee, mois) ? new DateOnly(annee, mois, jour) : null;

    /// <summary>« 2024-01-31T23:30:00Z » is the first of February in France: programs write local midnights so.</summary>
    private static DateOnly? EnFrance(DateOnly date, int heure, int minute, string zone)
    {
        if (heure > 23 || minute > 59)
        {
            return date;
        }

        var decalage = TimeSpan.Zero;
        if (zone is not ("Z" or "z") && !TimeSpan.TryParseExact(zone[1..].Replace(":", "", StringComparison.Ordinal), "hhmm", CultureInfo.InvariantCulture, out decalage))
        {
            return date;
        }

        if (decalage > TimeSpan.FromHours(14) || date.Year is < 2 or > 9998)
        {
            return date;
        }

        var instant = new DateTimeOffset(date.ToDateTime(new TimeOnly(heure, minute)), zone[0] == '-' ? -decalage : decalage);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);
    }

    private static int Entier(Match m, string groupe) => int.Parse(m.Groups[groupe].Value, CultureInfo.InvariantCulture);

    // Lengths first: « \d » would take digits of other scripts.
    [GeneratedRegex(@"^(?<a>[0-9]{4})[-/.](?<m>[0-9]{1,2})([-/.](?<j>[0-9]{1,2})([T ]+(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(:[0-9]{2}([.,][0-9]{1,9})?)?\s?(?<z>[Zz]|[+\-][0-9]{2}:?[0-9]{2})?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<j>[0-9]{1,2})\s?[-/.]\s?(?<m>[0-9]{1,2})\s?[-/.]\s?(?<a>[0-9]{4}|[0-9]{2})([ ,à]+[0-9]{1,2}\s?[:hH]\s?([0-9]{2})?(:[0-9]{2}([.,][0-9]{1,9})?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Francaise();

    [GeneratedRegex(@"^(?<n>[0-9]{1,13})([.,][0-9]{1,12})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chiffres();
}
