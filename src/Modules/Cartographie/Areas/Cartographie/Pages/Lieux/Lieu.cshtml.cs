using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>One place: everything known of it, in plain words.</summary>
internal class LieuModel(CatalogueLieux catalogue, ITerritoires territoires, TimeProvider horloge) : PageDeLieu(catalogue, horloge)
{
    private const int NombreDeProches = 4;

    private static readonly JsonSerializerOptions JsonLdOptions = new() { Encoder = JavaScriptEncoder.Default };

    private bool _avantDit;

    public IReadOnlyList<JourEnMots>? Semaine { get; protected set; }

    /// <summary>The next days of opening, when this week isn't like the others: with their dates, nobody takes it for every week.</summary>
    public IReadOnlyList<JourEnMots> ProchainsJours { get; private set; } = [];

    public IReadOnlyList<ConnaissanceDuLieu> Proches { get; private set; } = [];

    /// <summary>The other desks of the same address.</summary>
    public IReadOnlyList<Lieu> Lies { get; private set; } = [];

    /// <summary>The stops to come of a touring place; on the page of a stop, the place that stops there.</summary>
    public IReadOnlyList<Lieu> Arrets { get; private set; } = [];

    public bool EstUnArret => Arrets.Any(a => Lieu.Id.StartsWith($"{a.Id}_arret_", StringComparison.Ordinal));

    public Departement? Departement { get; private set; }

    public Commune? Commune { get; private set; }

    public DateOnly? MisAJour { get; private set; }

    /// <summary>True when the date is known and more than a year old, or isn't known.</summary>
    public bool Ancien { get; private set; }

    /// <summary>What to do before leaving home, at its first place on the page; empty afterwards: said three times, it isn't read.</summary>
    public string DireAvantDeVenir()
    {
        var texte = _avantDit ? "" : Connu.AvantDeVenir;
        _avantDit = true;
        return texte;
    }

    /// <summary>How old the information is: the year says more than « plus d’un an » when it is 2016.</summary>
    public string AgeEnMots => MisAJour is { } date ? Mots.T("Lieu.Ancien", date.Year.ToString(CultureInfo.InvariantCulture)) : Mots.T("Lieu.MisAJourInconnu");

    /// <summary>Today, for paper.</summary>
    public string EditeLe => DateEnMots(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Maintenant, FuseauHoraire.De(Connu.Departement)).DateTime));

    public string JsonLd { get; private set; } = "";

    /// <summary>Absolute address of the page, for the QR code and for search engines.</summary>
    public string Absolue { get; private set; } = "";

    public virtual IActionResult OnGet(string cle) => Trouver(cle, Liens.Lieu) ?? Montrer();

    protected IActionResult Montrer()
    {
        Semaine = Connu.Horaires is { } horaires ? SemaineEnMots.Composer(horaires, Maintenant, Connu.Departement, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) : null;
        ProchainsJours = Connu.Horaires is { } changeants && SemaineHabituelle.De(changeants) is null
            ? ProchainesOuvertures.De(changeants, Maintenant, Connu.Departement, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, 6)
            : [];
        Commune = territoires.Commune(Lieu.CodeInsee);
        Departement = territoires.Departement(Connu.Departement);
        var aujourdhui = DateOnly.FromDateTime(Maintenant.UtcDateTime);
        MisAJour = DateDeMiseAJour.Croyable(Lieu.DateMaj, aujourdhui);
        Ancien = Lieu.VerifieLe is null && (MisAJour is not { } date || date < aujourdhui.AddYears(-1));
        Lies = Montres(Composition.LiesA(Lieu.Id));
        Arrets = Montres(Composition.ArretsDe(Lieu.Id));
        // « 10 m » between two places of which only the town is known would be false.
        if (AdresseDuLieu.Porte(Lieu) is { } ici)
        {
            var lies = Lies.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
            Proches = [.. Index.Chercher(new Criteres { Centre = ici, RayonKm = 30, Limite = (2 * NombreDeProches) + 1 + Lies.Count, Tri = Tri.Distance, Instant = Maintenant }).Lieux
                .Where(l => l.Rang != Rang && !lies.Contains(Index.IdDe(l.Rang)) && AdresseDuLieu.Connue(Index[l.Rang].Adresse)).Take(NombreDeProches).Select(l => new ConnaissanceDuLieu(Index, l.Rang, Maintenant, l.DistanceM))];
        }

        Absolue = $"{Request.Scheme}://{Request.Host}{Liens.Lieu(Lieu)}";
        JsonLd = FaireJsonLd();
        return Page();
    }

    /// <summary>Those that the index has: it may be a moment younger or older than what it was made of.</summary>
    private Lieu[] Montres(IEnumerable<string> ids) => [.. ids.Select(Index.RangDe).Where(rang => rang >= 0).Select(rang => Index[rang])];

    /// <summary>schema.org: GovernmentOffice for a public desk, LocalBusiness otherwise. The default encoder escapes « &lt; », so the text can't leave its script element.</summary>
    private string FaireJsonLd()
    {
        var l = Lieu;
        var donnees = Connus(new()
        {
            ["@context"] = "https://schema.org",
            ["@type"] = l.Typologie.Any(t => t is "RFS" or "MUNI" or "CCAS" or "PREF" or "MSAP" or "CIAS" or "CD" or "EPCI" or "CC") ? "GovernmentOffice" : "LocalBusiness",
            ["@id"] = Absolue,
            ["name"] = l.Nom,
            ["url"] = Absolue,
            ["address"] = Connus(new()
            {
                ["@type"] = "PostalAddress",
                ["streetAddress"] = Connu.AdresseConnue ? l.Adresse : null,
                ["postalCode"] = l.CodePostal,
                ["addressLocality"] = l.Commune,
                ["addressCountry"] = "FR",
            }),
            ["geo"] = AdresseDuLieu.Porte(l) is { } p ? new Dictionary<string, object?>(StringComparer.Ordinal) { ["@type"] = "GeoCoordinates", ["latitude"] = p.Latitude, ["longitude"] = p.Longitude } : null,
            ["telephone"] = l.Telephone,
            ["email"] = l.Courriels.FirstOrDefault(),
            ["sameAs"] = l.SiteWeb.Length > 0 ? l.SiteWeb : null,
            ["openingHoursSpecification"] = Connu.Horaires is null ? null : HorairesPourMoteurs.De(l.Horaires),
            ["isAccessibleForFree"] = l.FraisACharge.Contains(Vocabulaire.Gratuit) && !Connu.DuReseau(Filtre.Frais, Vocabulaire.Gratuit) ? true : null,
        });
        return JsonSerializer.Serialize(donnees, JsonLdOptions);
    }

    /// <summary>Without what isn't known: for those who read it, « null » would be a value.</summary>
    private static Dictionary<string, object> Connus(Dictionary<string, object?> donnees) => donnees.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value!, StringComparer.Ordinal);

    /// <summary>A website without its scheme, short enough to be read.</summary>
    public static string Site(string adresse)
    {
        var court = adresse.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).TrimEnd('/');
        return court.Length > 50 ? court[..48] + "…" : court;
    }

    public static string DateEnMots(DateOnly date) => date.EnMots("d\u00a0MMMM yyyy", CultureInfo.CurrentCulture);

    public string Trajet => AdresseDuLieu.Porte(Lieu) is { } p
        ? string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/directions?to={p.Latitude}%2C{p.Longitude}")
        : "";
}
