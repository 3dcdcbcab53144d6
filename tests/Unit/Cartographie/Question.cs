using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Texte;
using FaireAvec.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>
/// A search as an address would ask it, and its answer found the slow way: every place is looked at, with the labels themselves. Nothing of the
/// index is used here.
/// </summary>
internal sealed class Question
{
    private static readonly Dictionary<(string Horaires, string Departement, DateTimeOffset Instant), EtatOuverture> Etats = [];
    private static readonly Dictionary<string, HorairesOsm?> Analyses = new(StringComparer.Ordinal);

    // What doesn't depend on the question is worked out once for each place.
    private static readonly Dictionary<Lieu, (string Nom, string Mots, string? Departement)> Fiches = [];

    /// <summary>What each filter reads, and the labels that it accepts.</summary>
    public static readonly IReadOnlyDictionary<string, (Func<Lieu, string[]> Lire, string[] Libelles)> Filtres = new Dictionary<string, (Func<Lieu, string[]>, string[])>(StringComparer.Ordinal)
    {
        ["service"] = (l => l.Services, [.. Vocabulaire.Services.Libelles]),
        ["frais"] = (l => l.FraisACharge, [.. Vocabulaire.Frais.Libelles]),
        ["acces"] = (l => l.Telephone is null ? [.. l.ModalitesAcces.Except(["Téléphoner"])] : l.ModalitesAcces, [.. Vocabulaire.ModalitesAcces.Libelles]),
        ["accompagnement"] = (l => l.ModalitesAccompagnement, [.. Vocabulaire.Accompagnements.Libelles]),
        ["public"] = (l => l.PublicsSpecifiquementAdresses, [.. Vocabulaire.Publics.Libelles]),
        ["prise_en_charge"] = (l => l.PriseEnChargeSpecifique, [.. Vocabulaire.PrisesEnCharge.Libelles]),
        ["dispositif"] = (l => l.DispositifProgrammesNationaux, [.. Vocabulaire.Dispositifs.Libelles]),
        ["itinerance"] = (l => l.Itinerance, [.. Vocabulaire.Itinerances.Libelles]),
        ["rdv"] = (l => l.PriseRdv is null ? [] : ["oui"], ["oui"]),
        ["accessibilite"] = (l => l.FicheAccesLibre is null ? [] : ["oui"], ["oui"]),
    };

    public (double Lat, double Lon)? Centre { get; set; }

    public double? RayonKm { get; set; }

    public double[]? Bbox { get; set; }

    public List<string> Communes { get; } = [];

    public List<string> Departements { get; } = [];

    public List<string> Typologies { get; } = [];

    public List<string> Sources { get; } = [];

    public string? Q { get; set; }

    /// <summary>Filter to chosen labels, or "non-renseigne".</summary>
    public Dictionary<string, List<string>> Choix { get; } = new(StringComparer.Ordinal);

    public List<string> Ouvert { get; } = [];

    public DateTimeOffset Instant { get; set; } = HorlogeFactice.Depart;

    public string? Tri { get; set; }

    public int Limite { get; set; } = 24;

    public bool Comptes { get; set; }

    public QueryCollection Requete()
    {
        var q = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        void Mettre(string nom, params IEnumerable<string> valeurs)
        {
            if (valeurs.Any())
            {
                q[nom] = new StringValues([.. valeurs]);
            }
        }

        string N(double n) => n.ToString("0.###############", CultureInfo.InvariantCulture);
        if (Centre is { } c)
        {
            Mettre("lat", N(c.Lat));
            Mettre("lon", N(c.Lon));
        }

        if (RayonKm is { } r)
        {
            Mettre("rayon_km", N(r));
        }

        if (Bbox is { } b)
        {
            Mettre("bbox", string.Join(',', b.Select(N)));
        }

        Mettre("commune", Communes);
        Mettre("departement", Departements);
        Mettre("typologie", Typologies);
        Mettre("source", Sources);
        Mettre("ouvert", Ouvert);
        foreach (var (nom, valeurs) in Choix)
        {
            // One label in two by its slug: both must be understood.
            Mettre(nom, valeurs.Select((v, i) => i % 2 == 0 ? v : v == Filtre.NonRenseigne ? v : TexteRecherche.Slug(v)));
        }

        if (Q is not null)
        {
            Mettre("q", Q);
        }

        if (Tri is not null)
        {
            Mettre("tri", Tri);
        }

        if (Comptes)
        {
            Mettre("comptes", "oui");
        }

        Mettre("limite", Limite.ToString(CultureInfo.InvariantCulture));
        return new QueryCollection(q);
    }

    public override string ToString() => string.Join('&', Requete().SelectMany(p => p.Value.Select(v => $"{p.Key}={v}"))) + $" à {Instant:O}";

    /// <summary>Metres between two points of a sphere (haversine).</summary>
    public static double Metres(double lat1, double lon1, double lat2, double lon2)
    {
        const double Rad = Math.PI / 180;
        var h = Math.Pow(Math.Sin((lat2 - lat1) * Rad / 2), 2) + (Math.Cos(lat1 * Rad) * Math.Cos(lat2 * Rad) * Math.Pow(Math.Sin((lon2 - lon1) * Rad / 2), 2));
        return 2 * 6_371_008.8 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    public double? Distance(Lieu l) => Centre is { } c && l is { Latitude: { } lat, Longitude: { } lon } ? Metres(c.Lat, c.Lon, lat, lon) : null;

    /// <summary>Every place that answers, in order.</summary>
    public List<Lieu> Repondre(IReadOnlyList<Lieu> lieux) =>
        [.. Situes(lieux).Where(l => Choix.Keys.All(f => Choisi(f, l)) && OuvertureVoulue(l)).OrderBy(Cle).ThenBy(l => Fiche(l).Nom, StringComparer.Ordinal).ThenBy(l => l.Id, StringComparer.Ordinal)];

    /// <summary>For each filter and label: how many would be found with that label instead of what is chosen in this filter.</summary>
    public Dictionary<string, int> Compter(IReadOnlyList<Lieu> lieux)
    {
        var comptes = new Dictionary<string, int>(StringComparer.Ordinal);
        var situes = Situes(lieux).ToList();
        foreach (var (nom, (lire, libelles)) in Filtres)
        {
            var filtres = Choix.Keys.Where(f => f != nom).ToList();
            var autres = situes.Where(l => filtres.TrueForAll(f => Choisi(f, l)) && OuvertureVoulue(l)).Select(lire).ToList();
            foreach (var libelle in libelles)
            {
                comptes[$"{nom}={libelle}"] = autres.Count(v => v.Contains(libelle));
            }

            comptes[$"{nom}={Filtre.NonRenseigne}"] = autres.Count(v => v.Length == 0);
        }

        var ouvertures = situes.Where(l => Choix.Keys.All(f => Choisi(f, l))).Select(l => Etat(l, Instant)).ToList();
        comptes["ouvert=maintenant"] = ouvertures.Count(e => e == EtatOuverture.Ouvert);
        comptes["ouvert=non"] = ouvertures.Count(e => e == EtatOuverture.Ferme);
        comptes["ouvert=non-renseigne"] = ouvertures.Count(e => e == EtatOuverture.Inconnu);
        return comptes;
    }

    private static (string Nom, string Mots, string? Departement) Fiche(Lieu l)
    {
        if (!Fiches.TryGetValue(l, out var fiche))
        {
            var nom = TexteRecherche.Normaliser(l.Nom);
            Fiches[l] = fiche = (nom, $" {nom} {TexteRecherche.Normaliser(l.Commune)}", LieuxLivres.DepartementDe(l));
        }

        return fiche;
    }

    public static EtatOuverture Etat(Lieu l, DateTimeOffset instant)
    {
        if (string.IsNullOrEmpty(l.Horaires))
        {
            return EtatOuverture.Inconnu;
        }

        var cle = (l.Horaires, Fiche(l).Departement ?? "75", instant);
        if (!Etats.TryGetValue(cle, out var etat))
        {
            if (!Analyses.TryGetValue(l.Horaires, out var horaires))
            {
                Analyses[l.Horaires] = horaires = HorairesDuLieu.Lire(l.Horaires);
            }

            Etats[cle] = etat = horaires is null || FerieSansMention(horaires, l.Horaires, instant, cle.Item2) ? EtatOuverture.Inconnu : horaires.EtatA(instant, cle.Item2).Etat;
        }

        return etat;
    }

    /// <summary>A holiday on a day that is usually worked, of which the hours say nothing.</summary>
    private static bool FerieSansMention(HorairesOsm horaires, string texte, DateTimeOffset instant, string departement)
    {
        var fuseau = FuseauHoraire.De(departement);
        var jour = TimeZoneInfo.ConvertTime(instant, fuseau).Date;
        var minuit = new DateTimeOffset(jour, fuseau.GetUtcOffset(jour));
        return !texte.Contains("PH", StringComparison.Ordinal) && JoursFeries.Annee(jour.Year, departement).Any(f => f.Date == DateOnly.FromDateTime(jour)) && horaires.Intervalles(minuit, minuit.AddDays(1), departement).Count > 0;
    }

    /// <summary>In Paris, Lyon and Marseille, the arrondissement of the postal code.</summary>
    private static string? Insee(Lieu l) => (l.CodeInsee, int.Parse(l.CodePostal, CultureInfo.InvariantCulture)) switch
    {
        ("75056", 75116) => "75116",
        ("75056", >= 75001 and <= 75020 and var cp) => $"{cp + 100}",
        ("69123", >= 69001 and <= 69009 and var cp) => $"{cp + 380}",
        ("13055", >= 13001 and <= 13016 and var cp) => $"{cp + 200}",
        var (code, _) => code,
    };

    private IEnumerable<Lieu> Situes(IReadOnlyList<Lieu> lieux)
    {
        var codes = Communes.SelectMany(LieuxLivres.Territoires.CodesInsee).ToHashSet(StringComparer.Ordinal);
        string[] mots = Q is null ? [] : TexteRecherche.Normaliser(Q).Split(' ').Select(m => $" {m}").ToArray();
        return lieux.Where(l =>
            (Centre is null || Distance(l) <= (RayonKm ?? (Bbox is null ? 20 : 1e9)) * 1000)
            && (Bbox is not { } b || (l.Longitude >= b[0] && l.Latitude >= b[1] && l.Longitude <= b[2] && l.Latitude <= b[3]))
            && (Communes.Count == 0 || (Insee(l) is { } code && codes.Contains(code)))
            && (Departements.Count == 0 || Departements.Contains(Fiche(l).Departement ?? "?"))
            && (Typologies.Count == 0 || l.Typologie.Any(Typologies.Contains))
            && (Sources.Count == 0 || Sources.Contains(l.Source))
            && (mots.Length == 0 || mots.All(m => Fiche(l).Mots.Contains(m, StringComparison.Ordinal))));
    }

    private bool Choisi(string filtre, Lieu l)
    {
        var valeurs = Filtres[filtre].Lire(l);
        return Choix[filtre].Exists(v => v == Filtre.NonRenseigne ? valeurs.Length == 0 : valeurs.Contains(v));
    }

    private bool OuvertureVoulue(Lieu l) => Ouvert.Count == 0 || Ouvert.Contains(Etat(l, Instant) switch
    {
        EtatOuverture.Ouvert => "maintenant",
        EtatOuverture.Ferme => "non",
        _ => "non-renseigne",
    });

    private double Cle(Lieu l)
    {
        var tri = Tri ?? (Centre is not null ? "distance" : Q is not null ? "pertinence" : "nom");
        if (tri == "distance")
        {
            return Distance(l)!.Value;
        }

        if (tri == "nom")
        {
            return 0;
        }

        var (nom, q) = (Fiche(l).Nom, TexteRecherche.Normaliser(Q));
        return nom == q ? 0 : nom.StartsWith(q, StringComparison.Ordinal) ? 1 : nom.Contains(q, StringComparison.Ordinal) ? 2 : 3;
    }
}
