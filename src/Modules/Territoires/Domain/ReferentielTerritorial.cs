using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Memoire;
using FaireAvec.Territoires.Import;

namespace FaireAvec.Territoires.Domain;

/// <summary>The territories in memory. Made once from the shipped files, never changed: safe for all threads.</summary>
internal sealed class ReferentielTerritorial : ITerritoires
{
    private readonly CommunesEmpaquetees _communes;
    private readonly ListesEmpaquetees _autresCodes;
    private readonly Dictionary<string, Departement> _departements;
    private readonly Dictionary<string, Region> _regions;
    private readonly Dictionary<string, Epci> _epci;
    private readonly Dictionary<string, Commune[]> _parDepartement;
    private readonly Dictionary<string, Commune[]> _parEpci;
    private readonly ListesEmpaquetees _parCodePostal;
    private readonly RechercheDeCommunes _recherche;

    // Communes and arrondissements with a known centre, by latitude; Paris, Lyon and Marseille only by their arrondissements.
    private readonly CommuneEmpaquetee[] _positions;
    private readonly double[] _latitudes;

    public ReferentielTerritorial(FichiersTerritoires fichiers)
    {
        var empreinte = Task.Run(fichiers.Empreinte);
        var lectureAnciens = Task.Run(fichiers.AnciensNoms);
        var lectureCodes = Task.Run(fichiers.CodesPostaux);
        var lectureEpci = Task.Run(fichiers.Epci);
        var lignes = fichiers.Communes();
        var lignesDepartements = fichiers.Departements();
        var lignesRegions = fichiers.Regions();

        var regions = lignesRegions.ToDictionary(r => r.Code, r => new Region(
            r.Code, r.Nom, r.ChefLieu, Zone(r.Zone), [.. lignesDepartements.Where(d => d.Region == r.Code).Select(d => d.Code).Order(StringComparer.Ordinal)]));
        _regions = regions;
        Regions = [.. regions.Values];
        _departements = lignesDepartements.ToDictionary(
            d => d.Code,
            d => new Departement(d.Code, d.Nom, d.Region, regions[d.Region].Nom, d.ChefLieu, Zone(d.Zone), Fuseaux.DuDepartement(d.Code), d.Voisins),
            StringComparer.OrdinalIgnoreCase);
        Departements = [.. _departements.Values];

        var anciens = lectureAnciens.Result;
        _communes = new CommunesEmpaquetees(lignes, anciens, Departements);
        var toutes = _communes.Toutes;
        Communes = [.. toutes.Where(c => !c.EstArrondissement)];
        _autresCodes = new ListesEmpaquetees(toutes.Length, [.. toutes.Where(c => c.EstArrondissement).Select(c => (Commune: c.CommuneMere!, Code: c.CodeInsee))
            .Concat(anciens.Where(a => a.AncienCode is not null).Select(a => (a.Commune, Code: a.AncienCode!)))
            .OrderBy(x => x.Code, StringComparer.Ordinal)
            .Select(x => (_communes.Connue(x.Commune).Rang, CodesTerritoriaux.Lire(x.Code)))]);

        // Arrondissements first, then the most populated.
        _parCodePostal = new ListesEmpaquetees(CodesTerritoriaux.NumerosPostaux, [.. lectureCodes.Result
            .Select(c => (Code: CodesTerritoriaux.LireCodePostal(c.CodePostal), Commune: _communes.Connue(c.CodeInsee)))
            .OrderByDescending(c => c.Commune.EstArrondissement).ThenByDescending(c => c.Commune.Population ?? 0)
            .Select(c => (c.Code, c.Commune.Rang))]);

        _positions = [.. toutes.Where(c => c.Latitude is not null && c.CodeInsee is not ("75056" or "69123" or "13055"))];
        _latitudes = [.. _positions.Select(c => c.Latitude!.Value)];
        Array.Sort(_latitudes, _positions);

        _recherche = new RechercheDeCommunes(_communes, anciens, Regions, _parCodePostal);
        var parNom = _recherche.ParNom().Where(c => !c.EstArrondissement).ToArray();
        _parDepartement = parNom.GroupBy(c => c.Departement).ToDictionary(g => g.Key, g => g.ToArray<Commune>(), StringComparer.OrdinalIgnoreCase);
        var membres = parNom.Where(c => c.Epci is not null).GroupBy(c => c.Epci!).ToDictionary(g => g.Key, g => g.ToArray());
        _parEpci = membres.ToDictionary(m => m.Key, m => m.Value.ToArray<Commune>());
        _epci = lectureEpci.Result.ToDictionary(e => e.Code, e => new Epci(
            e.Code, e.Nom, e.Type, e.Population, new CodesDesCommunes(toutes, [.. membres.GetValueOrDefault(e.Code, []).Select(c => c.Rang).Order()])));
        Version = empreinte.Result;
    }

    public string Version { get; }

    public IReadOnlyList<Commune> Communes { get; }

    public IReadOnlyList<Departement> Departements { get; }

    public IReadOnlyList<Region> Regions { get; }

    /// <summary>Reads the files of <c>territoires</c> in the data folder.</summary>
    public static ReferentielTerritorial Charger(string dossierDonnees) => new(new FichiersTerritoires(dossierDonnees));

    public Commune? Commune(string? codeInsee) => codeInsee is null ? null : _communes.Trouver(codeInsee.AsSpan().Trim());

    public Commune? CommuneParSlug(string? slug) => slug is { Length: > 5 } && slug[^6] == '-' ? Commune(slug[^5..]) : null;

    public IReadOnlyList<string> CodesInsee(string? codeInsee)
    {
        if (codeInsee is null || _communes.Trouver(codeInsee.AsSpan().Trim()) is not { } commune)
        {
            return [];
        }

        var autres = _autresCodes[commune.Rang];
        var codes = new string[autres.Length + 1];
        codes[0] = commune.CodeInsee;
        for (var i = 0; i < autres.Length; i++)
        {
            codes[i + 1] = CodesTerritoriaux.Ecrire(autres[i]);
        }

        return codes;
    }

    public Departement? Departement(string? code) => code is null ? null : _departements.GetValueOrDefault(code.Trim());

    public string? DepartementDeInsee(string? codeInsee) =>
        codeInsee is null ? null : Commune(codeInsee)?.Departement ?? CodesTerritoriaux.DepartementDeInsee(codeInsee.AsSpan().Trim());

    public string? DepartementDuCodePostal(string? codePostal) => DepartementsDuCodePostal(codePostal) is [var seul] ? seul : null;

    public IReadOnlyList<string> DepartementsDuCodePostal(string? codePostal)
    {
        if (codePostal is null)
        {
            return [];
        }

        var communes = CommunesDuCodePostal(codePostal);
        if (communes.Count > 0)
        {
            // Nearly all postal codes are of one département.
            return communes.All(c => c.Departement == communes[0].Departement) ? [communes[0].Departement] : [.. communes.GroupBy(c => c.Departement).OrderByDescending(g => g.Sum(c => c.Population ?? 0)).Select(g => g.Key)];
        }

        return CodesTerritoriaux.DepartementDuCodePostal(codePostal.AsSpan().Trim()) is { } d ? [d] : [];
    }

    public Region? Region(string? code) => code is null ? null : _regions.GetValueOrDefault(code.Trim());

    public Epci? Epci(string? code) => code is null ? null : _epci.GetValueOrDefault(code.Trim());

    public IReadOnlyList<Commune> CommunesDuDepartement(string? code) => code is null ? [] : _parDepartement.GetValueOrDefault(code.Trim(), []);

    public IReadOnlyList<Commune> CommunesDeLEpci(string? code) => code is null ? [] : _parEpci.GetValueOrDefault(code.Trim(), []);

    public IReadOnlyList<Commune> CommunesDuCodePostal(string? codePostal)
    {
        var code = CodesTerritoriaux.LireCodePostal(codePostal.AsSpan().Trim());
        var rangs = code < 0 ? [] : _parCodePostal[code];
        var communes = rangs.Length == 0 ? [] : new Commune[rangs.Length];
        for (var i = 0; i < rangs.Length; i++)
        {
            communes[i] = _communes.Toutes[rangs[i]];
        }

        return communes;
    }

    public IReadOnlyList<CommuneTrouvee> ChercherCommunes(string? texte, int limite) => _recherche.Chercher(texte, limite);

    public IReadOnlyList<CommuneTrouvee> CommunesParNom(string? nom) => _recherche.ParNomExact(nom);

    public IReadOnlyList<Commune> CommunesAyantUnMot(string debut, int limite) => [.. _recherche.AyantUnMot(debut).Where(c => !c.EstArrondissement).Take(limite)];

    public CommuneProche? CommuneLaPlusProche(double latitude, double longitude)
    {
        if (!Distance.PositionValide(latitude, longitude))
        {
            return null;
        }

        Commune? meilleure = null;
        var distance = double.MaxValue;
        var haut = PremierAuNordDe(latitude);
        var bas = haut - 1;

        // Away from the point in both directions, until the difference of latitude alone is too much.
        while (haut < _positions.Length || bas >= 0)
        {
            var ecartHaut = haut < _positions.Length ? _latitudes[haut] - latitude : double.MaxValue;
            var ecartBas = bas >= 0 ? latitude - _latitudes[bas] : double.MaxValue;
            if (Math.Min(ecartHaut, ecartBas) * Distance.KmParDegre >= distance)
            {
                break;
            }

            var c = ecartHaut <= ecartBas ? _positions[haut++] : _positions[bas--];
            var d = Distance.Km(latitude, longitude, c.Latitude!.Value, c.Longitude!.Value);
            if (d < distance)
            {
                (distance, meilleure) = (d, c);
            }
        }

        return meilleure is null ? null : new CommuneProche(meilleure, distance);
    }

    public IReadOnlyList<CommuneProche> CommunesProches(double latitude, double longitude, double rayonKm, int limite) =>
        [.. DansLeRayon(latitude, longitude, rayonKm).OrderBy(c => c.DistanceKm).Take(Math.Max(0, limite))];

    public IReadOnlyList<Departement> DepartementsVoisins(string? code) =>
        Departement(code) is { } d ? [.. d.Voisins.Select(v => _departements[v])] : [];

    public IReadOnlyList<DepartementProche> DepartementsProches(double latitude, double longitude, double rayonKm) =>
    [
        .. DansLeRayon(latitude, longitude, rayonKm)
            .GroupBy(c => c.Commune.Departement)
            .Select(g => new DepartementProche(_departements[g.Key], g.Min(c => c.DistanceKm)))
            .OrderBy(d => d.DistanceKm),
    ];

    private IEnumerable<CommuneProche> DansLeRayon(double latitude, double longitude, double rayonKm)
    {
        if (!Distance.PositionValide(latitude, longitude) || !(rayonKm >= 0))
        {
            yield break;
        }

        var marge = rayonKm / Distance.KmParDegre;
        for (var i = PremierAuNordDe(latitude - marge); i < _positions.Length && _latitudes[i] <= latitude + marge; i++)
        {
            var d = Distance.Km(latitude, longitude, _latitudes[i], _positions[i].Longitude!.Value);
            if (d <= rayonKm)
            {
                yield return new CommuneProche(_positions[i], d);
            }
        }
    }

    private int PremierAuNordDe(double latitude)
    {
        var (bas, haut) = (0, _latitudes.Length);
        while (bas < haut)
        {
            var milieu = (bas + haut) >>> 1;
            if (_latitudes[milieu] < latitude)
            {
                bas = milieu + 1;
            }
            else
            {
                haut = milieu;
            }
        }

        return bas;
    }

    private static ZoneTerritoire Zone(string zone) => zone switch
    {
        "metro" => ZoneTerritoire.Metropole,
        "drom" => ZoneTerritoire.OutreMer,
        "com" => ZoneTerritoire.CollectiviteOutreMer,
        _ => throw new InvalidDataException($"Unknown zone « {zone} » in data/territoires."),
    };
}
