using System.Globalization;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>
/// Reads when somebody is taken in their own calendar. Titles, people and places in it are never kept. Any bytes give an answer in bounded time and memory.
/// </summary>
public sealed class LectureICalendar
{
    private readonly LimitesICalendar _limites;
    private readonly NomsDeFuseaux _fuseaux = new();
    private readonly List<EvenementLu> _evenements = [];
    private readonly Stack<string> _ouverts = new();
    private TimeZoneInfo _fuseau;
    private EvenementLu? _courant;
    private int _dates;
    private int _inconnus;
    private bool _inconnu;

    private LectureICalendar(LimitesICalendar limites, TimeZoneInfo fuseau) => (_limites, _fuseau) = (limites, fuseau);

    /// <summary>Reads a calendar.</summary>
    /// <param name="flux">Its bytes.</param>
    /// <param name="de">Beginning of the period that is looked at.</param>
    /// <param name="a">Its end.</param>
    /// <param name="fuseau">Zone of hours and days that don't say theirs.</param>
    /// <param name="limites">How much is read.</param>
    /// <param name="annulation">Gives up.</param>
    public static async Task<Resultat<CalendrierLu>> LireAsync(Stream flux, DateTimeOffset de, DateTimeOffset a, TimeZoneInfo fuseau, LimitesICalendar limites, CancellationToken annulation)
    {
        var lecture = new LectureICalendar(limites, fuseau);
        return await lecture.ParcourirAsync(flux, annulation) is { } erreur ? erreur : lecture.Deplier(de, a);
    }

    private async Task<Erreur?> ParcourirAsync(Stream flux, CancellationToken annulation)
    {
        var lignes = new DepliageICalendar(flux, _limites);
        var (nombre, calendriers) = (0, 0);
        await foreach (var (texte, coupee) in lignes.LireAsync(annulation))
        {
            if (++nombre > _limites.Lignes)
            {
                return ErreursICalendar.TropDeLignes;
            }

            if (LigneLue.Lire(calendriers == 0 ? texte.TrimStart('\ufeff') : texte, coupee) is not { } ligne)
            {
                // The first line says what it is: a page or a picture is known at once.
                if (calendriers == 0 && texte.Trim('\ufeff', ' ', '\t').Length > 0)
                {
                    return ErreursICalendar.PasUnCalendrier;
                }

                continue;
            }

            if (calendriers == 0 && !(ligne.Nom == "BEGIN" && Composant(ligne) == "VCALENDAR"))
            {
                return ErreursICalendar.PasUnCalendrier;
            }

            calendriers = 1;
            if (Prendre(ligne) is { } erreur)
            {
                return erreur;
            }
        }

        return lignes.TropGros ? ErreursICalendar.TropGros(_limites.Octets)
            : calendriers == 0 ? ErreursICalendar.PasUnCalendrier
            : _ouverts.Count > 0 ? ErreursICalendar.Coupe
            : null;
    }

    private static string Composant(LigneLue ligne) => ligne.Valeur.Trim().ToUpperInvariant();

    private Erreur? Prendre(LigneLue ligne)
    {
        switch (ligne.Nom)
        {
            case "BEGIN":
                _ouverts.Push(Composant(ligne));
                if (_ouverts.Count > _limites.Profondeur)
                {
                    return ErreursICalendar.TropProfond;
                }

                if (_ouverts.Peek() == "VEVENT")
                {
                    if (_courant is not null)
                    {
                        return ErreursICalendar.MalFerme;
                    }

                    (_courant, _inconnu) = (new EvenementLu(), false);
                }

                return null;
            case "END":
                if (!_ouverts.TryPop(out var ouvert) || ouvert != Composant(ligne))
                {
                    return ErreursICalendar.MalFerme;
                }

                if (ouvert == "VEVENT")
                {
                    _evenements.Add(_courant!);
                    _inconnus += _inconnu ? 1 : 0;
                    _courant = null;
                }

                return _evenements.Count > _limites.Evenements ? ErreursICalendar.TropDEvenements : null;
            case "X-WR-TIMEZONE" when _ouverts.Count == 1:
                _fuseau = _fuseaux.Trouver(ligne.Valeur.Trim()) ?? _fuseau;
                return null;
            default:
                // An alarm inside an event has dates of its own.
                return _courant is not null && _ouverts.Peek() == "VEVENT" ? Propriete(_courant, ligne) : null;
        }
    }

    private Erreur? Propriete(EvenementLu e, LigneLue ligne)
    {
        switch (ligne.Nom)
        {
            case "UID":
                e.Uid = ligne.Valeur.Trim();
                return null;
            case "SEQUENCE":
                e.Sequence = int.TryParse(ligne.Valeur.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
                return null;
            case "STATUS":
                e.Annule = Composant(ligne) == "CANCELLED";
                return null;
            case "TRANSP":
                e.Libre = Composant(ligne) == "TRANSPARENT";
                return null;
            case "DTSTART":
                e.Debut = Date(ligne);
                return null;
            case "DTEND":
                e.Fin = Date(ligne);
                e.Illisible |= e.Fin is null;
                return null;
            case "DURATION":
                e.Duree = DureeICalendar.Lire(ligne.Valeur);
                e.Illisible |= e.Duree is null;
                return null;
            case "RECURRENCE-ID":
                e.Remplace = Date(ligne);
                e.Illisible |= e.Remplace is null;
                return null;
            case "RRULE" when ligne.Coupee:
            case "EXDATE" or "RDATE" when ligne.Coupee:
                return ErreursICalendar.LigneTropLongue;
            case "RRULE":
                e.Regles.Add(ligne.Valeur);
                return ++_dates > _limites.Dates ? ErreursICalendar.TropDeRepetitions : null;
            case "EXDATE":
                return Dates(ligne, e.Retirees);
            case "RDATE":
                return Dates(ligne, e.Ajoutees);
            default:
                return null;
        }
    }

    private DateICalendar? Date(LigneLue ligne) => DateICalendar.Lire(ligne.Valeur, Fuseau(ligne));

    private TimeZoneInfo Fuseau(LigneLue ligne)
    {
        if (!ligne.Parametres.TryGetValue("TZID", out var nom))
        {
            return _fuseau;
        }

        var fuseau = _fuseaux.Trouver(nom);
        _inconnu |= fuseau is null;
        return fuseau ?? _fuseau;
    }

    private Erreur? Dates(LigneLue ligne, List<DateICalendar> vers)
    {
        var fuseau = Fuseau(ligne);
        foreach (var partie in ligne.Valeur.AsSpan().Split(','))
        {
            if (++_dates > _limites.Dates)
            {
                return ErreursICalendar.TropDeRepetitions;
            }

            // « RDATE;VALUE=PERIOD » says an end too: the event's own length is taken.
            var valeur = ligne.Valeur.AsSpan(partie);
            var barre = valeur.IndexOf('/');
            if (DateICalendar.Lire(barre >= 0 ? valeur[..barre] : valeur, fuseau) is { } date)
            {
                vers.Add(date);
            }
        }

        return null;
    }

    private Resultat<CalendrierLu> Deplier(DateTimeOffset de, DateTimeOffset a)
    {
        var (plages, pas, illisibles, nonComprises) = (new List<PlageICalendar>(), new CompteurDePas(_limites.Pas), 0, 0);
        var remplacees = _evenements.Where(e => e.Remplace is not null).GroupBy(e => e.Uid, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(e => Cle(e.Remplace!.Value)).ToHashSet(), StringComparer.Ordinal);
        foreach (var e in Derniers())
        {
            if (e.Illisible || e.Debut is not { } debut || Longueur(e, debut) is not { } longueur)
            {
                illisibles++;
                continue;
            }

            if (e.Annule || e.Libre)
            {
                continue;
            }

            var retirees = e.Retirees.Select(Cle).ToHashSet();
            var comprise = true;
            foreach (var local in e.Remplace is null ? Dates(e, debut, longueur, de, a, pas, ref comprise) : [debut.Local])
            {
                var date = debut with { Local = local };
                if (e.Remplace is null && (retirees.Contains(Cle(date)) || (remplacees.TryGetValue(e.Uid, out var r) && r.Contains(Cle(date)))))
                {
                    continue;
                }

                var (commence, finit) = (date.Instant, Fin(date, longueur));
                if (finit > commence && finit > de && commence < a)
                {
                    plages.Add(new(commence < de ? de : commence, finit > a ? a : finit));
                }

                if (plages.Count > _limites.Occurrences)
                {
                    return ErreursICalendar.TropDeRepetitions;
                }
            }

            nonComprises += comprise ? 0 : 1;
            if (pas.Epuise)
            {
                return ErreursICalendar.TropDeRepetitions;
            }
        }

        return new CalendrierLu(PlageICalendar.Reunir(plages), _evenements.Count, illisibles, nonComprises, _inconnus);
    }

    // Of two versions of the same event, the last one.
    private IEnumerable<EvenementLu> Derniers() => _evenements
        .Select((e, rang) => (e, rang))
        .GroupBy(x => x.e.Uid.Length == 0 ? (x.rang.ToString(CultureInfo.InvariantCulture), "") : (x.e.Uid, x.e.Remplace is { } r ? Cle(r) : "maitre"))
        .Select(g => g.OrderBy(x => x.e.Sequence).ThenBy(x => x.rang).Last().e);

    // A whole day is the same day in all zones; an hour is an instant.
    private static string Cle(DateICalendar date) => date.JourSeul
        ? date.Local.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        : date.Instant.UtcTicks.ToString(CultureInfo.InvariantCulture);

    // Null when it ends before it begins. Without an end: the whole day, or no time at all.
    private static DureeICalendar? Longueur(EvenementLu e, DateICalendar debut) => e switch
    {
        { Duree: { } duree } => duree,
        { Fin: { } fin } when debut.JourSeul => fin.Local < debut.Local ? null : new(Math.Max(1, (int)(fin.Local.Date - debut.Local).TotalDays), TimeSpan.Zero),
        { Fin: { } fin } => fin.Instant < debut.Instant ? null : new(0, fin.Instant - debut.Instant),
        _ => debut.JourSeul ? new(1, TimeSpan.Zero) : new(0, TimeSpan.Zero),
    };

    private static DateTimeOffset Fin(DateICalendar date, DureeICalendar longueur) => (date with { Local = date.Local.AddDays(longueur.Jours) }).Instant + longueur.Temps;

    private static List<DateTime> Dates(EvenementLu e, DateICalendar debut, DureeICalendar longueur, DateTimeOffset de, DateTimeOffset a, CompteurDePas pas, ref bool comprise)
    {
        var dates = new List<DateTime> { debut.Local };
        // A time that began before the period may still last.
        var duree = longueur.Temps + TimeSpan.FromDays(longueur.Jours + 2);
        var (depuis, jusqua) = (TimeZoneInfo.ConvertTime(de, debut.Fuseau).DateTime - duree, TimeZoneInfo.ConvertTime(a, debut.Fuseau).DateTime);
        foreach (var texte in e.Regles)
        {
            if (RegleDeRecurrence.Lire(texte) is not { } regle)
            {
                comprise = false;
                continue;
            }

            dates.AddRange(Repetition.Dates(regle, debut, depuis, jusqua, pas).Where(d => d >= depuis));
            if (pas.Epuise)
            {
                return dates;
            }
        }

        dates.AddRange(e.Ajoutees.Select(d => debut.JourSeul || d.JourSeul ? d.Local : TimeZoneInfo.ConvertTime(d.Instant, debut.Fuseau).DateTime));
        return [.. dates.Distinct()];
    }
}
