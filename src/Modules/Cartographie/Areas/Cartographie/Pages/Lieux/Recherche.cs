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

    /// <summary>Closed places shown when none is open.</summary>
    private const int FermesDits = 6;

    /// <summary>Places of a territory among which those that open first are looked for.</summary>
    private const int FermesDUnTerritoire = 500;

    /// <summary>Further, an open place is of no use today.</summary>
    public const double UtileAujourdhuiM = 50_000;

    /// <summary>Services named one by one in the title; more are counted.</summary>
    private const int ServicesNommes = 3;

    /// <summary>Metres between a point and the centre of the commune that it is said to be in.</summary>
    private const double PresDuCentre = 20_000;

    /// <summary>Kilometres from every commune and place: nobody lives that far from both.</summary>
    private const double LoinDeTout = 50;

    /// <summary>A radius is kept when it gives at least this number of places.</summary>
    private const int Assez = 12;

    public Besoin? Besoin { get; } = Domain.Besoin.De(requete["besoin"]);

    /// <summary>Name of the place searched around, as the person wrote it or as we know it.</summary>
    public string? Ou { get; } = requete["ou"].ToString().Trim() is { Length: > 0 and <= LectureCriteres.LongueurMax } ou ? ou : null;

    /// <summary>What is wrong in the parameters that only the page reads; the others are read by <see cref="LectureCriteres"/>.</summary>
    public IReadOnlyList<Erreur> Fautes()
    {
        var fautes = new List<Erreur>();
        var phrases = PhrasesDesFautes.DeLaPage;
        foreach (var nom in (string[])["ou", "besoin", "page"])
        {
            if (requete[nom].Count > 1)
            {
                fautes.Add(phrases.Faute("CAR-013", "DeuxFois", nom));
            }
        }

        if (fautes.Count > 0)
        {
            return fautes;
        }

        var (ou, besoin, page) = (requete["ou"].ToString(), requete["besoin"].ToString(), requete["page"].ToString());
        if (ou.Trim().Length > LectureCriteres.LongueurMax || ou.Any(char.IsControl))
        {
            fautes.Add(phrases.Faute("CAR-023", "Ou", "ou", LectureCriteres.LongueurMax));
        }

        if (besoin.Length > 0 && Besoin is null)
        {
            string[] besoins = [.. Domain.Besoin.Tous.Select(b => b.Cle)];
            fautes.Add(phrases.Faute("CAR-024", "Besoin", "besoin", besoins, string.Join(", ", besoins)));
        }

        if (page.Length > 0 && !(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) && numero is >= 1 and <= PageMax))
        {
            fautes.Add(phrases.Faute("CAR-025", "Page", "page", 1, PageMax));
        }

        return fautes;
    }

    public int Page { get; } = int.TryParse(requete["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? Math.Clamp(p, 1, PageMax) : 1;

    /// <summary>True when services were chosen one by one: they replace those of the need.</summary>
    public bool ServicesChoisis => requete[Filtre.Service.Parametre].Concat(requete[Filtre.Service.Champ]).Any(v => !string.IsNullOrEmpty(v));

    /// <summary>The day and hour asked for (« ouvert=2026-12-25T10:00 »), as written; null when it is now.</summary>
    public string? Moment => requete["ouvert"].SelectMany(v => (v ?? "").Split(',')).FirstOrDefault(v => v.Contains('T', StringComparison.Ordinal));

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

    /// <summary>
    /// Places that answer but for being open then, the nearest or those of the territory: those that open first, before those whose hours are to be checked. Nothing when
    /// another thing than « open » was asked of hours.
    /// </summary>
    public IReadOnlyList<LieuTrouve> Fermes(Criteres c)
    {
        if (c.Ouverture != Ouverture.Ouvert)
        {
            return [];
        }

        var index = catalogue.Index;
        var limite = c.Centre is null ? FermesDUnTerritoire : 4 * FermesDits;
        return [.. index.Chercher(c with { Ouverture = Ouverture.Aucune, Limite = limite, Comptes = false, Curseur = null }).Lieux.OrderBy(l => Ouvre(index, l.Rang, c.Instant)).Take(FermesDits)];
    }

    /// <summary>When a place opens next; the end of time when it isn't known.</summary>
    private static DateTimeOffset Ouvre(IndexLieux index, int rang, DateTimeOffset instant)
    {
        if (index.Etats.De(index.HorairesDe(rang)) is not { Horaires: { } horaires, Departement: var departement })
        {
            return DateTimeOffset.MaxValue;
        }

        // An unknown state, a holiday for instance, may stand between.
        for (var i = 0; i < 4 && horaires.ProchainChangement(instant, departement) is { } suivant; i++)
        {
            if (EtatsOuverture.De(horaires, suivant, departement) == Ouverture.Ouvert)
            {
                return suivant;
            }

            instant = suivant;
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>The only commune, département or region that is searched in, as the field of the town understands it; null when there are several, or a position.</summary>
    public string? TerritoireCherche(Criteres c)
    {
        if (c.Centre is not null)
        {
            return null;
        }

        return (requete["commune"], requete["departement"]) switch
        {
            ([{ } code], []) => territoires.Commune(code)?.NomComplet,
            ([], [{ } code]) => territoires.Departement(code) is { } departement ? Villes.Ecrire(departement) : null,
            _ => RegionCherchee is { } region ? Villes.Ecrire(region) : null,
        };
    }

    /// <summary>The region whose départements are those that are searched in, all of them and no other; null otherwise.</summary>
    private Region? RegionCherchee => requete["commune"].Count == 0 && requete["departement"] is { Count: > 1 } codes
        ? territoires.Regions.FirstOrDefault(r => r.Departements.Count > 1 && r.Departements.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(codes.OfType<string>()))
        : null;

    /// <summary>What was probably meant by words that no place has.</summary>
    public string? Proposer(string texte) => catalogue.Index.Proposer(texte);

    /// <summary>The same search without anything that refines it: the place only.</summary>
    public static Criteres SansRien(Criteres c) => c with { Choix = 0, Ouverture = Ouverture.Aucune, Texte = null, Typologies = [], Sources = [] };

    /// <summary>Places of the département that help with a bit of everything, when none is near enough to have a distance.</summary>
    public IReadOnlyList<LieuTrouve> DuDepartement(Criteres c) =>
        DepartementDe(c) is { } code ? DansLesDepartements(c, [code]) : [];

    private string? DepartementDe(Criteres c) => c.Departements.FirstOrDefault()
        ?? territoires.Commune(c.Communes.FirstOrDefault())?.Departement
        ?? (c.Centre is { } centre ? territoires.CommuneLaPlusProche(centre.Latitude, centre.Longitude)?.Commune.Departement : null);

    private IReadOnlyList<LieuTrouve> DansLesDepartements(Criteres c, IReadOnlyList<string> codes) =>
        Generalistes(SansRien(c) with { Centre = null, RayonKm = null, Boite = null, Communes = [], Departements = codes, Tri = Tri.Nom, Curseur = null }, new HashSet<int>());

    /// <summary>The centre of what was searched without a position: the box, the commune, or the chief town.</summary>
    private Position? CentreDuTerritoire(Criteres c)
    {
        if (c.Boite is { } b)
        {
            return new Position((b.Sud + b.Nord) / 2, (b.Ouest + b.Est) / 2);
        }

        return territoires.Commune(c.Communes.FirstOrDefault() ?? territoires.Departement(c.Departements.FirstOrDefault())?.ChefLieu) switch
        {
            { Latitude: { } lat, Longitude: { } lon } => new Position(lat, lon),
            { } commune => CentreDeduit.De(commune, territoires.CodesInsee(commune.CodeInsee), catalogue.Index),
            null => null,
        };
    }

    /// <summary>True when distances are from where the person said: not from a chief town, the middle of a box, or a centre that was deduced.</summary>
    public bool DistancesSures(Criteres c) => c.Centre is not null || territoires.Commune(c.Communes.FirstOrDefault()) is { Latitude: not null };

    /// <summary>True in a collectivity where no place is known yet.</summary>
    public bool TerritoireSansLieu(Criteres c) => DepartementDe(c) is { } code && catalogue.Index.CompterDepartement(code) == 0;

    /// <summary>Places to call, of the nearest collectivities, where no place is known yet.</summary>
    public IReadOnlyList<LieuTrouve> DesCollectivitesProches(Criteres c) =>
        DepartementDe(c) is { } code && CollectivitesProches.De(code) is { Count: > 0 } proches ? DansLesDepartements(c, proches) : [];

    /// <summary>Kilometres to the nearest place, when no commune is known around the point either: it may be in the sea.</summary>
    public double? PeutEtreEnMer(Criteres c) => c.Centre is { PresDeLaFrance: true } centre
        && !(territoires.CommuneLaPlusProche(centre.Latitude, centre.Longitude) is { DistanceKm: < LoinDeTout })
        && catalogue.Index.Chercher(new Criteres { Centre = centre, RayonKm = LectureCriteres.RayonMax, Tri = Tri.Distance, Limite = 1 }).Lieux is [{ DistanceM: >= LoinDeTout * 1000 and { } metres }, ..]
            ? metres / 1000
            : null;

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
        return (proche.Commune, [.. lieux.Where(l => index.PositionDe(l.Rang) is null).Take(12)]);
    }

    /// <summary>« pour faire une démarche », or the services that were chosen instead of a need.</summary>
    public string PourQuoi(Criteres c)
    {
        if (!ServicesChoisis)
        {
            return Mots.T($"Besoin.{Besoin?.Cle ?? "je-ne-sais-pas"}.Phrase");
        }

        var services = Enumerable.Range(0, Filtre.Service.Valeurs.Libelles.Count + 1).Where(i => (c.Choix & Filtre.Service.Bit(i)) != 0)
            .Select(i => i == Filtre.Service.Valeurs.Libelles.Count ? Mots.T("Valeur.non-renseigne") : ConnaissanceDuLieu.Mot(Filtre.Service.Valeurs.Libelles[i])).ToList();
        return services.Count > ServicesNommes ? Mots.T("Resultats.PourServices.Nombre", services.Count) : Mots.T("Resultats.PourServices", string.Join(Mots.T("Resultats.PourServices.Ou"), services));
    }

    /// <summary>What was chosen in the filters, in words: « Gratuit », « Ouvert maintenant ». The services are said by <see cref="PourQuoi"/>.</summary>
    public IReadOnlyList<string> Choix(Criteres c)
    {
        var mots = new List<string>();
        foreach (var (etat, cle) in ((Ouverture, string)[])[(Ouverture.Ouvert, "Valeur.ouvert.maintenant"), (Ouverture.Ferme, "Valeur.ouvert.non"), (Ouverture.Inconnu, "Valeur.ouvert.non-renseigne")])
        {
            // Another instant than now is said by the sentence about hours.
            if (c.Ouverture.HasFlag(etat))
            {
                mots.Add(etat == Ouverture.Ouvert && Moment is not null ? Mots.T("Resultats.Papier.OuvertAlors") : Mots.T(cle));
            }
        }

        foreach (var filtre in Filtre.Tous.Where(f => f != Filtre.Service))
        {
            mots.AddRange(Enumerable.Range(0, filtre.Valeurs.Libelles.Count + 1).Where(i => (c.Choix & filtre.Bit(i)) != 0)
                .Select(i => Libelle(filtre, i)));
        }

        return mots;
    }

    /// <summary>A value of a filter where its title isn't above: « non renseigné » alone would say nothing of what. A title that asks (« Pour qui ? ») loses its mark.</summary>
    public static string Libelle(Filtre filtre, int i) =>
        i == filtre.Valeurs.Libelles.Count ? Mots.T("Resultats.Papier.NonRenseigne", Mots.T($"Filtre.{filtre.Parametre}").TrimEnd('?', ' ', '\u00a0', '\u202f')) : MotDeLaValeur(filtre, i);

    /// <summary>A value of a filter, in words; the last one is « Non renseigné ».</summary>
    public static string MotDeLaValeur(Filtre filtre, int i) =>
        i == filtre.Valeurs.Libelles.Count ? Mots.T("Valeur.non-renseigne")
        : filtre.Valeurs == Vocabulaire.Oui ? Mots.T($"Valeur.{filtre.Parametre}.oui")
        : ConnaissanceDuLieu.Mot(filtre.Valeurs.Libelles[i]);

    /// <summary>« près de Saint-Étienne », « : Loire », « autour de vous », or nothing.</summary>
    public string Lieu(Criteres c)
    {
        if (c.Centre is not null)
        {
            return CommuneNommee(c) is { } commune ? Mots.T("Resultats.Pres", NomsDeLieuxDits.Pres(commune.Nom))
                : Mots.T(Ou is null ? "Resultats.AutourDeVous" : "Resultats.AutourDuPoint");
        }

        if (RegionCherchee is { } region)
        {
            return Mots.T("Resultats.A", region.Nom);
        }

        var noms = requete["commune"].Select(code => territoires.Commune(code)?.Nom)
            .Concat(requete["departement"].Select(code => territoires.Departement(code)?.Nom))
            .Where(n => n is not null).Distinct(StringComparer.Ordinal).ToList();
        return noms.Count == 0 ? "" : Mots.T("Resultats.A", string.Join(", ", noms));
    }

    /// <summary>
    /// The commune named in the address, when the point is in it or beside it: any sentence can be put in an address that one sends, and the page
    /// doesn't say it again under our name.
    /// </summary>
    public Commune? CommuneNommee(Criteres c) => c.Centre is { } centre && Ou is { } ou
        ? territoires.ChercherCommunes(ou, Villes.Lues).Where(t => t.Correspondance <= Correspondance.AncienNom).Select(t => t.Commune)
            .FirstOrDefault(m => m is { Latitude: { } lat, Longitude: { } lon } && new Position(lat, lon).DistanceA(centre) <= PresDuCentre)
        : null;

    /// <summary>
    /// Whether the town named beside a position is searched instead of it. Without script, the form sends the position of the search before with whatever town
    /// was written since; an address may also be changed by hand. A position that is near the town is kept, unless it is the centre of another one.
    /// </summary>
    /// <param name="trouvees">What the name means.</param>
    public bool LaVillePasseAvantLaPosition(IReadOnlyList<CommuneTrouvee> trouvees)
    {
        if (!LectureCriteres.LirePosition(requete, out var position))
        {
            return false;
        }

        // The search of an earlier page may have been left as it was, homonyms included.
        static bool EstLeCentre(Commune m, Position p) => m is { Latitude: { } lat, Longitude: { } lon } && new Position(lat, lon).Arrondie == p.Arrondie;
        var nommees = trouvees.Where(t => t.Correspondance <= Correspondance.AncienNom).Select(t => t.Commune).ToList();
        if (nommees.Exists(m => EstLeCentre(m, position)))
        {
            return false;
        }

        // Only the form has this field, filled by the suggestions.
        if (requete.ContainsKey("commune"))
        {
            return true;
        }

        if (nommees.Count == 0)
        {
            return false;
        }

        var autre = territoires.CommuneLaPlusProche(position.Latitude, position.Longitude)?.Commune;
        var pres = nommees.Find(m => m is { Latitude: { } lat, Longitude: { } lon } && new Position(lat, lon).DistanceA(position) <= PresDuCentre);
        return pres is null || (autre is not null && autre.CommuneMere != pres.CodeInsee && EstLeCentre(autre, position));
    }

    /// <summary>The former name by which the commune was found, when it is one.</summary>
    public string? TrouveePar(Criteres c) => requete["par"].ToString() is { Length: > 0 and <= LectureCriteres.LongueurMax } par && CommuneNommee(c) is { } commune
        ? territoires.CommunesParNom(par).FirstOrDefault(t => t.Commune.CodeInsee == commune.CodeInsee)?.AncienNom
        : null;

    /// <summary>The counts of the places whose services were deduced; null when there is none among the sources searched.</summary>
    public FaireAvec.Cartographie.Recherche.Comptes? Deduits(Criteres c)
    {
        var index = catalogue.Index;
        string[] sources = [.. index.ServicesDeduits.Where(s => c.Sources.Count == 0 || c.Sources.Contains(s))];
        return sources.Length == 0 ? null : index.Chercher(c with { Sources = sources, Limite = 1, Comptes = true }).Comptes;
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
    public static readonly string[] Gardes = ["lat", "lon", "rayon_km", "bbox", "commune", "departement", "ou", "par", "besoin", "q", "tri"];

    /// <summary>True when something refines the search.</summary>
    public bool Affinee => requete.Keys.Any(k => !Gardes.Contains(k, StringComparer.Ordinal) && k != "page" && k != "__RequestVerificationToken");

    /// <summary>The same search for the map: all of it, not the page that is read.</summary>
    public string Geojson(Criteres c)
    {
        var suite = new QueryBuilder();
        foreach (var (cle, valeurs) in requete)
        {
            if (cle is not ("page" or "ou" or "besoin" or "rayon_km" or "tri" or "limite" or "curseur" or "comptes") && LectureCriteres.EstConnu(cle))
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
