using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>
/// What the page of results adds to the API's search: a place written in words (« ou »), a need in words (« besoin »), a radius that grows until there
/// is something to show, and the addresses of the variants of the search.
/// </summary>
internal sealed class Recherche(CatalogueLieux catalogue, ITerritoires territoires, IQueryCollection requete)
{
    public const int ParPage = 24;

    /// <summary>Deepest page: further, one refines the search.</summary>
    public const int PageMax = 100;

    /// <summary>Radii tried when none is asked, kilometres.</summary>
    private static readonly double[] Rayons = [5, 10, 20, 50, 100];

    /// <summary>A radius is kept when it gives at least this number of places.</summary>
    private const int Assez = 12;

    public Besoin? Besoin { get; } = Domain.Besoin.De(requete["besoin"]);

    /// <summary>Name of the place searched around, as the person wrote it or as we know it.</summary>
    public string? Ou { get; } = requete["ou"].ToString().Trim() is { Length: > 0 and <= LectureCriteres.LongueurMax } ou ? ou : null;

    /// <summary>What is wrong in the parameters that only the page reads; the others are read by <see cref="LectureCriteres"/>.</summary>
    public IReadOnlyList<Erreur> Fautes()
    {
        var fautes = new List<Erreur>();
        foreach (var nom in (string[])["ou", "besoin", "page"])
        {
            if (requete[nom].Count > 1)
            {
                fautes.Add(new Erreur("CAR-013", $"« {nom} » ne peut être donné qu’une fois.", nom));
            }
        }

        if (fautes.Count > 0)
        {
            return fautes;
        }

        var (ou, besoin, page) = (requete["ou"].ToString(), requete["besoin"].ToString(), requete["page"].ToString());
        if (ou.Trim().Length > LectureCriteres.LongueurMax || ou.Any(char.IsControl))
        {
            fautes.Add(new Erreur("CAR-023", $"Écrivez une ville ou un code postal, en {LectureCriteres.LongueurMax} caractères au plus.", "ou"));
        }

        if (besoin.Length > 0 && Besoin is null)
        {
            string[] besoins = [.. Domain.Besoin.Tous.Select(b => b.Cle)];
            fautes.Add(new Erreur("CAR-024", $"Ce besoin n’existe pas. Valeurs acceptées pour « besoin » : {string.Join(", ", besoins)}.", "besoin", besoins));
        }

        if (page.Length > 0 && !(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) && numero is >= 1 and <= PageMax))
        {
            fautes.Add(new Erreur("CAR-025", $"« page » doit être un nombre entier entre 1 et {PageMax}.", "page"));
        }

        return fautes;
    }

    public int Page { get; } = int.TryParse(requete["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? Math.Clamp(p, 1, PageMax) : 1;

    /// <summary>The services of the need are added, unless services were chosen one by one.</summary>
    public Criteres AvecBesoin(Criteres c) =>
        Besoin is null || (c.Choix & Filtre.Service.Masque) != 0 ? c : c with { Choix = Besoin.Services.Aggregate(c.Choix, (choix, s) => choix | Filtre.Service.BitDe(s)) };

    /// <summary>Searches; without an asked radius, grows it until there is enough to choose from.</summary>
    public (Criteres Criteres, Resultats Resultats) Executer(Criteres c, int parPage = ParPage)
    {
        var index = catalogue.Index;
        c = c with { Limite = Page * parPage, Comptes = true };
        if (c.Centre is null || c.Boite is not null || requete.ContainsKey("rayon_km"))
        {
            return (c, index.Chercher(c));
        }

        foreach (var rayon in Rayons)
        {
            var resultats = index.Chercher(c with { RayonKm = rayon });
            if (resultats.Total >= Assez || rayon == Rayons[^1])
            {
                return (c with { RayonKm = rayon }, resultats);
            }
        }

        throw new InvalidOperationException("Unreachable: the last radius is always kept.");
    }

    /// <summary>The nearest places further away, when there is none here.</summary>
    public IReadOnlyList<LieuTrouve> PlusLoin(Criteres c) => (c.Centre ?? CentreDuTerritoire(c)) is { } centre
        ? catalogue.Index.Chercher(c with { Centre = centre, RayonKm = LectureCriteres.RayonMax, Communes = [], Departements = [], Boite = null, Tri = Tri.Distance, Limite = 5, Comptes = false, Curseur = null }).Lieux
        : [];

    /// <summary>The centre of what was searched without a position: the box, the commune, or the chief town.</summary>
    private Position? CentreDuTerritoire(Criteres c)
    {
        if (c.Boite is { } b)
        {
            return new Position((b.Sud + b.Nord) / 2, (b.Ouest + b.Est) / 2);
        }

        var code = c.Communes.FirstOrDefault() ?? territoires.Departement(c.Departements.FirstOrDefault())?.ChefLieu;
        return territoires.Commune(code) is { Latitude: { } lat, Longitude: { } lon } ? new Position(lat, lon) : null;
    }

    /// <summary>Places that help with a bit of everything, first those with a telephone.</summary>
    public IReadOnlyList<LieuTrouve> Generalistes(Criteres c, IReadOnlySet<int> dejaVus)
    {
        var choix = Domain.Besoin.Generalistes.Aggregate(c.Choix & ~Filtre.Service.Masque, (m, s) => m | Filtre.Service.BitDe(s));
        var index = catalogue.Index;
        return [.. index.Chercher(c with { Choix = choix, Limite = 40, RayonKm = c.RayonKm is { } rayon ? Math.Max(rayon, 20) : null, Comptes = false }).Lieux
            .Where(l => !dejaVus.Contains(l.Rang))
            .OrderBy(l => index[l.Rang].Telephone is null)
            .Take(6)];
    }

    /// <summary>Places of the commune searched around whose position isn't known: they would be forgotten by a search by distance.</summary>
    public (Commune? Commune, IReadOnlyList<LieuTrouve> Lieux) SansPosition(Criteres c)
    {
        if (c.Centre is not { } centre || Page > 1 || territoires.CommuneLaPlusProche(centre.Latitude, centre.Longitude) is not { DistanceKm: < 1 } proche)
        {
            return (null, []);
        }

        var index = catalogue.Index;
        var lieux = index.Chercher(c with { Centre = null, Tri = Tri.Nom, Communes = [.. territoires.CodesInsee(proche.Commune.CommuneMere ?? proche.Commune.CodeInsee)], Limite = 200, Comptes = false }).Lieux;
        return (proche.Commune, [.. lieux.Where(l => IndexLieux.PositionDe(index[l.Rang]) is null).Take(12)]);
    }

    /// <summary>« pour faire une démarche », or what the filters say when no need was chosen.</summary>
    public string PourQuoi => Mots.T($"Besoin.{Besoin?.Cle ?? "je-ne-sais-pas"}.Phrase");

    /// <summary>« près de Saint-Étienne », « : Loire », « autour de vous », or nothing.</summary>
    public string Lieu(Criteres c)
    {
        if (c.Centre is not null)
        {
            return Ou is null ? Mots.T("Resultats.AutourDeVous") : Mots.T("Resultats.Pres", Ou);
        }

        var noms = requete["commune"].Select(code => territoires.Commune(code)?.Nom)
            .Concat(requete["departement"].Select(code => territoires.Departement(code)?.Nom))
            .Where(n => n is not null).Distinct(StringComparer.Ordinal).ToList();
        return noms.Count == 0 ? "" : Mots.T("Resultats.A", string.Join(", ", noms));
    }

    /// <summary>This search with one parameter changed (null removes it); back to the first page.</summary>
    public string Avec(string nom, string? valeur)
    {
        var suite = new QueryBuilder();
        foreach (var (cle, valeurs) in requete)
        {
            if (cle != nom && cle != "page")
            {
                suite.Add(cle, valeurs.Where(v => !string.IsNullOrEmpty(v))!);
            }
        }

        if (valeur is not null)
        {
            suite.Add(nom, valeur);
        }

        return $"{Liens.Lieux}{suite.ToQueryString()}";
    }

    /// <summary>This search without filters: the place and the need only.</summary>
    public string SansFiltres
    {
        get
        {
            var suite = new QueryBuilder();
            foreach (var cle in Gardes)
            {
                suite.Add(cle, requete[cle].Where(v => !string.IsNullOrEmpty(v))!);
            }

            return $"{Liens.Lieux}{suite.ToQueryString()}";
        }
    }

    /// <summary>Parameters that say where and what for; the others refine.</summary>
    public static readonly string[] Gardes = ["lat", "lon", "rayon_km", "bbox", "commune", "departement", "ou", "besoin", "q", "tri"];

    /// <summary>True when something refines the search.</summary>
    public bool Affinee => requete.Keys.Any(k => !Gardes.Contains(k, StringComparer.Ordinal) && k != "page" && k != "__RequestVerificationToken");

    /// <summary>The same search for the map.</summary>
    public string Geojson(Criteres c)
    {
        var suite = new QueryBuilder();
        foreach (var (cle, valeurs) in requete)
        {
            if (cle is not ("page" or "ou" or "besoin" or "rayon_km" or "tri") && LectureCriteres.EstConnu(cle))
            {
                suite.Add(cle, valeurs.Where(v => !string.IsNullOrEmpty(v))!);
            }
        }

        foreach (var slug in Filtre.Service.Choisies(c.Choix).Where(s => !requete["service"].Contains(s)))
        {
            suite.Add("service", slug);
        }

        if (c is { Centre: not null, RayonKm: { } rayon })
        {
            suite.Add("rayon_km", rayon.ToString(CultureInfo.InvariantCulture));
        }

        return $"/api/v1/lieux.geojson{suite.ToQueryString()}";
    }
}
