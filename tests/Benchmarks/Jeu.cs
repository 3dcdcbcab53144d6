using System.Globalization;
using System.Text;
using FaireAvec.Cartographie.Api;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Territoires.Domain;

namespace FaireAvec.Benchmarks;

/// <summary>
/// The places and the questions. Everything is drawn with fixed seeds: two runs measure the same thing.
/// <para>Synthetic places: each copies a real public place (its services, hours, prices…) and moves it to a commune drawn by population, at a normal
/// distance of its centre (σ = 2 km each way). Questions: a point near a commune drawn by population (σ = 3 km), 10 km around, one service, one price,
/// one way of being helped, those of a real place drawn at random, so that common values are asked most. People ask where they live: crowded squares too.</para>
/// </summary>
internal sealed class Jeu
{
    private const double KmParDegre = 111.2;

    private readonly Commune[] _communes;
    private readonly long[] _cumul;

    public Jeu()
    {
        Racine = Path.GetDirectoryName(Chercher("FaireAvec.slnx"))!;
        Donnees = Path.Combine(Racine, "data");
        Territoires = ReferentielTerritorial.Charger(Donnees);
        _communes = [.. Territoires.Communes.Where(c => c.Latitude is not null && c.Population > 0)];
        _cumul = new long[_communes.Length];
        long total = 0;
        for (var i = 0; i < _communes.Length; i++)
        {
            _cumul[i] = total += _communes[i].Population!.Value;
        }
    }

    public string Racine { get; }

    public string Donnees { get; }

    public ReferentielTerritorial Territoires { get; }

    /// <summary>The shipped places that are public.</summary>
    public List<Lieu> Reels()
    {
        using var fichier = LectureFichier.OuvrirAsync(Path.Combine(Donnees, "lieux", "lieux.csv.gz")).GetAwaiter().GetResult();
        var lecture = new LectureLieu(TimeProvider.System, _ => { });
        return [.. LignesDeLieux.Lire(fichier, _ => { }).Select(lecture.Lire).OfType<Lieu>().Where(l => l.Retenu is null)];
    }

    public IEnumerable<Lieu> Synthetiques(int nombre)
    {
        var reels = Reels();
        var hasard = new Random(20_260_101);
        for (var i = 0; i < nombre; i++)
        {
            var (r, c) = (reels[i % reels.Count], Commune(hasard));
            var (lat, lon) = Autour(c, 2, hasard);
            yield return new Lieu
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{r.Source}_s{i}"),
                Source = r.Source,
                Pivot = r.Pivot,
                Nom = r.Nom,
                Commune = c.Nom,
                CodePostal = c.CodesPostaux is [var code, ..] ? code : r.CodePostal,
                CodeInsee = c.CodeInsee,
                Adresse = r.Adresse,
                ComplementAdresse = r.ComplementAdresse,
                Latitude = lat,
                Longitude = lon,
                Typologie = r.Typologie,
                Telephone = r.Telephone,
                Courriels = r.Courriels,
                SiteWeb = r.SiteWeb,
                Horaires = r.Horaires,
                PresentationResume = r.PresentationResume,
                PresentationDetail = r.PresentationDetail,
                Itinerance = r.Itinerance,
                StructureParente = r.StructureParente,
                DateMaj = r.DateMaj,
                Services = r.Services,
                PublicsSpecifiquementAdresses = r.PublicsSpecifiquementAdresses,
                PriseEnChargeSpecifique = r.PriseEnChargeSpecifique,
                FraisACharge = r.FraisACharge,
                DispositifProgrammesNationaux = r.DispositifProgrammesNationaux,
                FormationsLabels = r.FormationsLabels,
                AutresFormationsLabels = r.AutresFormationsLabels,
                ModalitesAcces = r.ModalitesAcces,
                ModalitesAccompagnement = r.ModalitesAccompagnement,
                FicheAccesLibre = r.FicheAccesLibre,
                PriseRdv = r.PriseRdv,
                Empreinte = [],
                CreeLe = r.CreeLe,
                ModifieLe = r.ModifieLe,
            };
        }
    }

    /// <summary>The synthetic places as a file that « faireavec lieux importer » reads.</summary>
    public void EcrireCsv(string chemin, int nombre)
    {
        using var sortie = new StreamWriter(chemin, append: false, new UTF8Encoding(false), 1 << 20);
        sortie.WriteLine(string.Join(',', FicheLieu.Colonnes));
        foreach (var l in Synthetiques(nombre))
        {
            sortie.WriteLine(CsvApi.Ligne(l, DateOnly.MaxValue));
        }
    }

    /// <summary>Addresses of the API: « near + 3 filters + counts ».</summary>
    public IReadOnlyList<string> Adresses(int nombre) =>
    [
        .. Questions(nombre).Select(q => string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/lieux?lat={q.Centre.Latitude}&lon={q.Centre.Longitude}&rayon_km=10&service={Filtre.Service.SlugDe(q.Service)}&frais={Filtre.Frais.SlugDe(q.Frais)}&accompagnement={Filtre.Accompagnement.SlugDe(q.Accompagnement)}&comptes=oui")),
    ];

    public IReadOnlyList<Criteres> Criteres(int nombre, DateTimeOffset instant) =>
    [
        .. Questions(nombre).Select(q => new Criteres
        {
            Centre = q.Centre,
            RayonKm = 10,
            Choix = Filtre.Service.Bit(q.Service) | Filtre.Frais.Bit(q.Frais) | Filtre.Accompagnement.Bit(q.Accompagnement),
            Comptes = true,
            Instant = instant,
        }),
    ];

    private IEnumerable<(Position Centre, int Service, int Frais, int Accompagnement)> Questions(int nombre)
    {
        var hasard = new Random(42);
        var reels = Reels();
        for (var i = 0; i < nombre; i++)
        {
            var modele = reels[hasard.Next(reels.Count)];
            int Valeur(Filtre f) => f.Choisies(f.Bits(modele)).Select(s => Enumerable.Range(0, 12).First(v => f.SlugDe(v) == s)).ToArray() is var v ? v[hasard.Next(v.Length)] : 0;
            var (lat, lon) = Autour(Commune(hasard), 3, hasard);
            yield return (new Position(Math.Round(lat, 3), Math.Round(lon, 3)), Valeur(Filtre.Service), Valeur(Filtre.Frais), Valeur(Filtre.Accompagnement));
        }
    }

    private Commune Commune(Random hasard)
    {
        var i = Array.BinarySearch(_cumul, hasard.NextInt64(_cumul[^1]));
        return _communes[i < 0 ? ~i : i + 1];
    }

    private static (double Latitude, double Longitude) Autour(Commune c, double sigmaKm, Random hasard)
    {
        // Box–Muller.
        var (r, angle) = (sigmaKm * Math.Sqrt(-2 * Math.Log(1 - hasard.NextDouble())), 2 * Math.PI * hasard.NextDouble());
        var lat = c.Latitude!.Value + (r * Math.Sin(angle) / KmParDegre);
        return (Math.Round(lat, 6), Math.Round(c.Longitude!.Value + (r * Math.Cos(angle) / (KmParDegre * Math.Cos(double.DegreesToRadians(lat)))), 6));
    }

    private static string Chercher(string fichier)
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, fichier)))
            {
                return Path.Combine(d.FullName, fichier);
            }
        }

        throw new FileNotFoundException($"{fichier} isn't above {AppContext.BaseDirectory}: run the benchmarks from a checkout.");
    }
}
