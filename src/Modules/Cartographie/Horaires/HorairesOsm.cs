using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Regles;
using FaireAvec.Cartographie.Horaires.Syntaxe;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires;

/// <summary>
/// Opening hours written in the OSM syntax, understood. Immutable and safe between threads: places with the same text share one object.
/// Evaluation follows the OSM specification as the npm package « opening_hours » applies it. Time always comes from the caller.
/// Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification.
/// </summary>
internal sealed class HorairesOsm
{
    /// <summary>Longest text read, in characters. The longest real one has 166; OSM allows 255.</summary>
    public const int LongueurMaximale = 1000;

    // How far the next change is looked for, in days, as the reference implementation does: a rule of the past must not cost a century.
    private const int JoursExplores = 5 * 366;

    private static readonly DateOnly UnLundi = new(2024, 1, 1);

    // Null when they aren't kept: they are read again from the text.
    private readonly List<Regle>? _regles;
    private readonly Journee[]? _semaine;

    private HorairesOsm(string texte, List<Regle> regles)
    {
        Texte = texte;
        _regles = regles;
        SemaineStable = regles.TrueForAll(r => r.Hebdomadaire);
        MentionneLesJoursFeries = regles.Exists(r => r.MentionneLesJoursFeries);
        Vacances = regles.Select(r => r.Vacances).FirstOrDefault(v => v is not null);
        if (SemaineStable)
        {
            _semaine = new Journee[7];
            for (var jour = 0; jour < 7; jour++)
            {
                var journee = Composeur.Composer(regles, UnLundi.AddDays(jour), departement: "");
                // From Monday to Friday, most places do the same: one day is kept for those that are alike.
                _semaine[jour] = Array.Find(_semaine, j => j is not null && j.Segments.SequenceEqual(journee.Segments)) ?? journee;
            }
        }
    }

    private HorairesOsm(string texte, Journee[] semaine) => (Texte, SemaineStable, _semaine) = (texte, true, semaine);

    /// <summary>The text as it was given.</summary>
    public string Texte { get; }

    /// <summary>The same hours in the canonical form, which reads back to itself.</summary>
    public string Canonique => EcritureOsm.Ecrire(Regles);

    /// <summary>The rules, in the order of the text.</summary>
    public IReadOnlyList<Regle> Regles => _regles ?? Analyseur.Lire(Texte, vacances: null).Valeur;

    /// <summary>True when every week is alike: no date, no week number, no rank in the month, no public holiday.</summary>
    public bool SemaineStable { get; }

    /// <summary>True when « PH » is written. When it isn't, the hours of a public holiday are those of the weekday and are to be checked.</summary>
    public bool MentionneLesJoursFeries { get; }

    /// <summary>The table of school holidays when « SH » is written, or null. What it doesn't cover isn't known: see <see cref="VerifierVacances"/>.</summary>
    public VacancesScolaires? Vacances { get; }

    /// <summary>
    /// Reads a text. Anything that is not surely understood is an error with a French sentence: nothing is guessed. An empty text is an error too
    /// (« non communiqués »): it says nothing, it doesn't say closed. « SH » needs a table of school holidays.
    /// </summary>
    public static Resultat<HorairesOsm> Analyser(string? texte, VacancesScolaires? vacances = null)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return ErreursHoraires.NonCommuniques();
        }

        if (texte.Length > LongueurMaximale)
        {
            return ErreursHoraires.TropLongs(LongueurMaximale);
        }

        var regles = Analyseur.Lire(texte, vacances);
        return regles.Reussi ? new HorairesOsm(texte, regles.Valeur) : Resultat<HorairesOsm>.Echec(regles.Erreurs);
    }

    /// <summary>
    /// The same hours to keep in memory by the thousand: when every week is alike, days are shared with the others and stand for the rules. Others are kept whole.
    /// </summary>
    public HorairesOsm Alleger(JourneesPartagees journees) => _semaine is null ? this : new(Texte, Array.ConvertAll(_semaine, journees.Partager));

    /// <summary>An error when « SH » is written and the table says nothing of these dates in this département; null otherwise.</summary>
    public Erreur? VerifierVacances(DateTimeOffset de, DateTimeOffset a, string departement) =>
        Vacances is null || (Vacances.Couvre(MomentLocal.De(de, departement).Jour, departement) && Vacances.Couvre(MomentLocal.De(a, departement).Jour, departement))
            ? null
            : ErreursHoraires.VacancesHorsTable(departement);

    /// <summary>The state at an instant, for the département whose clock and holidays apply.</summary>
    public EtatHoraires EtatA(DateTimeOffset instant, string departement) => EtatA(MomentLocal.De(instant, departement));

    /// <summary>The state at a moment already read on the local clock: the fast way for many places of one département.</summary>
    public EtatHoraires EtatA(in MomentLocal moment)
    {
        ref readonly var segment = ref JourneeDu(moment.Jour, moment.Departement).A(moment.Minute);
        return new EtatHoraires(segment.Etat, segment.Commentaire);
    }

    /// <summary>The local day of a date, cut in segments.</summary>
    public Journee JourneeDu(DateOnly jour, string departement) =>
        _semaine is null ? Composeur.Composer(Regles, jour, departement) : _semaine[SelecteurJours.Rang(jour)];

    /// <summary>
    /// The first instant after the given one at which the state (open, closed, unknown) differs; a change of comment alone doesn't count.
    /// Null when nothing changes in the five years to come, or in what the table of school holidays covers.
    /// </summary>
    public DateTimeOffset? ProchainChangement(DateTimeOffset instant, string departement)
    {
        var fuseau = FuseauHoraire.De(departement);
        var moment = MomentLocal.De(instant, departement);
        var etat = EtatA(moment).Etat;
        var jours = _semaine is null ? JoursExplores : 8;
        for (var i = 0; i <= jours; i++)
        {
            var jour = moment.Jour.AddDays(i);
            if (i > 0 && Vacances is not null && !Vacances.Couvre(jour, departement))
            {
                return null;
            }

            foreach (ref readonly var segment in JourneeDu(jour, departement).Segments)
            {
                if (segment.Etat == etat || (i == 0 && segment.Fin <= moment.Minute))
                {
                    continue;
                }

                // A segment inside the hour that the clock skips lasts no time.
                var debut = FuseauHoraire.Instant(fuseau, jour, segment.Debut);
                if (debut > instant && FuseauHoraire.Instant(fuseau, jour, segment.Fin) > debut)
                {
                    return debut;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The spans during which the place is open or may be, between two instants, in order, cut at both. Contiguous spans with the same state and
    /// comment are joined. Empty when <paramref name="a"/> is not after <paramref name="de"/>.
    /// </summary>
    public IReadOnlyList<Intervalle> Intervalles(DateTimeOffset de, DateTimeOffset a, string departement)
    {
        var fuseau = FuseauHoraire.De(departement);
        var intervalles = new List<Intervalle>();
        var dernier = MomentLocal.De(a, departement).Jour;
        for (var jour = MomentLocal.De(de, departement).Jour; jour <= dernier; jour = jour.AddDays(1))
        {
            foreach (ref readonly var segment in JourneeDu(jour, departement).Segments)
            {
                if (segment.Etat == EtatOuverture.Ferme)
                {
                    continue;
                }

                var debut = Max(FuseauHoraire.Instant(fuseau, jour, segment.Debut), de, fuseau);
                var fin = Min(FuseauHoraire.Instant(fuseau, jour, segment.Fin), a, fuseau);
                if (debut < fin)
                {
                    Ajouter(intervalles, new Intervalle(debut, fin, segment.Etat == EtatOuverture.Inconnu, segment.Commentaire));
                }
            }
        }

        return intervalles;
    }

    private static void Ajouter(List<Intervalle> intervalles, Intervalle intervalle)
    {
        if (intervalles is [.., var precedent] && precedent.Fin == intervalle.Debut && precedent.Inconnu == intervalle.Inconnu && precedent.Commentaire == intervalle.Commentaire)
        {
            intervalles[^1] = precedent with { Fin = intervalle.Fin };
        }
        else
        {
            intervalles.Add(intervalle);
        }
    }

    private static DateTimeOffset Max(DateTimeOffset borne, DateTimeOffset limite, TimeZoneInfo fuseau) =>
        borne >= limite ? borne : TimeZoneInfo.ConvertTime(limite, fuseau);

    private static DateTimeOffset Min(DateTimeOffset borne, DateTimeOffset limite, TimeZoneInfo fuseau) =>
        borne <= limite ? borne : TimeZoneInfo.ConvertTime(limite, fuseau);
}
