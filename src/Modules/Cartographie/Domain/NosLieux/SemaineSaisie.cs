using System.Globalization;
using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Domain.NosLieux;

/// <summary>
/// Opening hours as one says them: for each day, up to two times; public holidays; days when it is closed. Written in the format of OpenStreetMap. What is
/// richer (seasons, weeks of the month, school holidays) isn't read here: it stays as it is until somebody replaces it.
/// </summary>
internal sealed partial record SemaineSaisie
{
    /// <summary>Times of a day: the morning and the afternoon.</summary>
    public const int PlagesMax = 2;

    private static readonly string[] Jours = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly string[] Mois = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Seven days, Monday first.</summary>
    public required IReadOnlyList<IReadOnlyList<PlageDuJour>> Semaine { get; init; }

    public bool FermeLesFeries { get; init; }

    public IReadOnlyList<FermeturePrevue> Fermetures { get; init; } = [];

    public bool Vide => Semaine.All(j => j.Count == 0);

    /// <summary>Reads what is as simple as the form; null otherwise.</summary>
    public static SemaineSaisie? Lire(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return null;
        }

        var semaine = new IReadOnlyList<PlageDuJour>[7];
        Array.Fill(semaine, []);
        var (feries, fermetures) = (false, new List<FermeturePrevue>());
        foreach (var regle in texte.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (regle is "PH off" or "PH closed")
            {
                feries = true;
            }
            else if (Fermeture(regle) is { } fermeture)
            {
                fermetures.Add(fermeture);
            }
            else if (LireRegle(regle) is var (jours, plages))
            {
                foreach (var jour in jours)
                {
                    semaine[jour] = plages;
                }
            }
            else
            {
                return null;
            }
        }

        return new() { Semaine = semaine, FermeLesFeries = feries, Fermetures = fermetures };
    }

    /// <summary>In the format of OpenStreetMap; null without any time. Closures that are past aren't written again.</summary>
    public string? Ecrire(DateOnly aujourdhui)
    {
        if (Vide)
        {
            return null;
        }

        var regles = new List<string>();
        var ecrits = new bool[7];
        for (var jour = 0; jour < 7; jour++)
        {
            if (ecrits[jour] || Semaine[jour].Count == 0)
            {
                continue;
            }

            var memes = Enumerable.Range(jour, 7 - jour).Where(j => Semaine[j].SequenceEqual(Semaine[jour])).ToList();
            memes.ForEach(j => ecrits[j] = true);
            regles.Add($"{Nommer(memes)} {string.Join(',', Semaine[jour].Select(p => p.Ecrire()))}");
        }

        if (FermeLesFeries)
        {
            regles.Add("PH off");
        }

        regles.AddRange(Fermetures.Where(f => f.Au >= aujourdhui).OrderBy(f => f.Du).Select(Ecrire));
        return string.Join("; ", regles);
    }

    /// <summary>One closure, as a rule to put after others.</summary>
    public static string Ecrire(FermeturePrevue fermeture) => fermeture.Du == fermeture.Au
        ? $"{Dater(fermeture.Du)} off"
        : $"{Dater(fermeture.Du)}-{Dater(fermeture.Au)} off";

    /// <summary>« 9 h », « 9:30 », « 17h30 »; « 24 h » is the end of the day, as the format writes it. Null when it can't be a time.</summary>
    public static int? LireHeure(string? saisie)
    {
        if (saisie is null || saisie.Length > 20 || Heure().Match(string.Concat(saisie.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant()) is not { Success: true } lue)
        {
            return null;
        }

        var minutes = (int.Parse(lue.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) * 60) + (lue.Groups["m"].Success ? int.Parse(lue.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0);
        return minutes <= PlageDuJour.Fin24 ? minutes : null;
    }

    /// <summary>Minutes of the day as one types them: « 9h », « 17h30 ».</summary>
    public static string EcrireHeure(int minutes) => minutes % 60 == 0 ? $"{minutes / 60}h" : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h{minutes % 60:00}");

    private static (IReadOnlyList<int> Jours, IReadOnlyList<PlageDuJour> Plages)? LireRegle(string regle)
    {
        if (Regle().Match(regle) is not { Success: true } lue)
        {
            return null;
        }

        var jours = new List<int>();
        foreach (var suite in lue.Groups["jours"].Value.Split(','))
        {
            var bornes = Array.ConvertAll(suite.Split('-'), b => Array.IndexOf(Jours, b));
            var (de, a) = (bornes[0], bornes[^1]);
            if (de < 0 || a < de)
            {
                return null;
            }

            jours.AddRange(Enumerable.Range(de, a - de + 1));
        }

        var plages = new List<PlageDuJour>();
        if (lue.Groups["ferme"].Success)
        {
            return (jours, plages);
        }

        foreach (var plage in lue.Groups["plages"].Value.Split(',', StringSplitOptions.TrimEntries))
        {
            var bornes = Array.ConvertAll(plage.Split('-'), LireHeure);
            if (bornes is not [{ } de, { } a] || a <= de || (plages.Count > 0 && de < plages[^1].A))
            {
                return null;
            }

            plages.Add(new(de, a));
        }

        return plages.Count <= PlagesMax ? (jours, plages) : null;
    }

    private static FermeturePrevue? Fermeture(string regle)
    {
        if (DatesFermees().Match(regle) is not { Success: true } lue)
        {
            return null;
        }

        DateOnly? Lue(string prefixe, int annee) => Array.IndexOf(Mois, lue.Groups[$"{prefixe}m"].Value) is >= 0 and var mois
            && int.Parse(lue.Groups[$"{prefixe}j"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var jour && jour <= DateTime.DaysInMonth(annee, mois + 1) ? new DateOnly(annee, mois + 1, jour) : null;
        var annee = int.Parse(lue.Groups["da"].ValueSpan, CultureInfo.InvariantCulture);
        var du = Lue("d", annee);
        var au = lue.Groups["fm"].Success ? Lue("f", lue.Groups["fa"].Success ? int.Parse(lue.Groups["fa"].ValueSpan, CultureInfo.InvariantCulture) : annee) : du;
        return du is { } d && au is { } f && f >= d ? new(d, f) : null;
    }

    private static string Nommer(List<int> jours)
    {
        var suites = new List<string>();
        for (var i = 0; i < jours.Count;)
        {
            var fin = i;
            while (fin + 1 < jours.Count && jours[fin + 1] == jours[fin] + 1)
            {
                fin++;
            }

            suites.Add(fin == i ? Jours[jours[i]] : fin == i + 1 ? $"{Jours[jours[i]]},{Jours[jours[fin]]}" : $"{Jours[jours[i]]}-{Jours[jours[fin]]}");
            i = fin + 1;
        }

        return string.Join(',', suites);
    }

    private static string Dater(DateOnly jour) => string.Create(CultureInfo.InvariantCulture, $"{jour.Year:0000} {Mois[jour.Month - 1]} {jour.Day:00}");

    [GeneratedRegex("^(?<jours>(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*) +(?:(?<ferme>off|closed)|(?<plages>[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}(?: *, *[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2})*))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Regle();

    [GeneratedRegex("^(?<da>20[0-9]{2}) (?<dm>[A-Z][a-z]{2}) (?<dj>[0-9]{1,2})(?:-(?:(?<fa>20[0-9]{2}) )?(?<fm>[A-Z][a-z]{2}) (?<fj>[0-9]{1,2}))? (?:off|closed)(?: \"[^\"]*\")?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex DatesFermees();

    [GeneratedRegex("^(?<h>[0-9]{1,2})(?:[h:.](?<m>[0-5][0-9])?(?:min)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Heure();
}

/// <summary>A time of a day, in minutes from midnight.</summary>
/// <param name="De">From.</param>
/// <param name="A">To, after.</param>
internal sealed record PlageDuJour(int De, int A)
{
    /// <summary>The end of the day.</summary>
    public const int Fin24 = 24 * 60;

    public string Ecrire() => string.Create(CultureInfo.InvariantCulture, $"{De / 60:00}:{De % 60:00}-{A / 60:00}:{A % 60:00}");
}

/// <summary>Days when it is closed, both included.</summary>
/// <param name="Du">The first.</param>
/// <param name="Au">The last.</param>
internal sealed record FermeturePrevue(DateOnly Du, DateOnly Au);
