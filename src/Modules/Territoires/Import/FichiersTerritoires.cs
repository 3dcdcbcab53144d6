using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using CsvHelper;

namespace FaireAvec.Territoires.Import;

internal sealed record LigneCommune(
    string CodeInsee, string Nom, string? CommuneMere, string Departement, string Region, string? Epci, string[] CodesPostaux, int? Population, double? Latitude, double? Longitude);

internal sealed record LigneEpci(string Code, string Nom, string Type, int? Population);

internal sealed record LigneDepartement(string Code, string Nom, string Region, string ChefLieu, string Zone, string[] Voisins);

internal sealed record LigneRegion(string Code, string Nom, string ChefLieu, string Zone);

internal readonly record struct LigneCodePostal(string CodePostal, string CodeInsee, int Millesime);

/// <param name="AncienCode">INSEE code that is no longer in force, or null.</param>
/// <param name="Nom">Former name or place, or null when only the code is known.</param>
/// <param name="Commune">INSEE code of the commune of today.</param>
/// <param name="Nature">"deleguee", "associee", "fusionnee", "ancien-nom" or "lieu-dit".</param>
internal readonly record struct LigneAncienNom(string? AncienCode, string? Nom, string Commune, string Nature);

/// <summary>Reads <c>data/territoires</c>. The files are ours: one that is missing or badly made is an error of installation, and throws.</summary>
internal sealed class FichiersTerritoires
{
    public const string Contours = "departements-naturalearth.geojson.gz";

    private static readonly string[] Noms =
    [
        "anciens-noms.csv.gz", "codes-postaux.csv.gz", "communes-2026.csv.gz", Contours, "departements-2026.csv.gz", "epci-2026.csv.gz", "regions-2026.csv.gz",
    ];

    private readonly string _dossier;

    /// <param name="dossierDonnees">The folder <c>data</c> of the product.</param>
    public FichiersTerritoires(string dossierDonnees) => _dossier = Path.Combine(dossierDonnees, "territoires");

    /// <summary>Fingerprint of all the files: changes when one of them does.</summary>
    public string Empreinte()
    {
        using var hachage = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var nom in Noms)
        {
            hachage.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(_dossier, nom))));
        }

        return Convert.ToHexStringLower(hachage.GetHashAndReset())[..32];
    }

    public byte[] Octets(string nom) => File.ReadAllBytes(Path.Combine(_dossier, nom));

    public List<LigneCommune> Communes() => Lire("communes-2026.csv.gz", 36_000, c => new LigneCommune(
        c.GetString(0), c.GetString(1), Vide(c.GetString(2)), c.GetString(3), c.GetString(4), Vide(c.GetString(5)), Liste(c.GetString(6)), Entier(c.GetString(7)), Reel(c.GetString(8)), Reel(c.GetString(9))));

    public List<LigneEpci> Epci() => Lire("epci-2026.csv.gz", 1_300, c => new LigneEpci(c.GetString(0), c.GetString(1), c.GetString(2), Entier(c.GetString(3))));

    public List<LigneDepartement> Departements() => Lire("departements-2026.csv.gz", 110, c => new LigneDepartement(c.GetString(0), c.GetString(1), c.GetString(2), c.GetString(3), c.GetString(4), Liste(c.GetString(5))));

    public List<LigneRegion> Regions() => Lire("regions-2026.csv.gz", 30, c => new LigneRegion(c.GetString(0), c.GetString(1), c.GetString(2), c.GetString(3)));

    public List<LigneCodePostal> CodesPostaux() => Lire("codes-postaux.csv.gz", 36_000, c => new LigneCodePostal(c.GetString(0), c.GetString(1), Entier(c.GetString(2)) ?? 0));

    public List<LigneAncienNom> AnciensNoms() => Lire("anciens-noms.csv.gz", 8_000, c => new LigneAncienNom(Vide(c.GetString(0)), Vide(c.GetString(1)), c.GetString(2), c.GetString(3)));

    private List<T> Lire<T>(string nom, int environ, Func<CsvReader, T> lire)
    {
        using var fichier = new GZipStream(File.OpenRead(Path.Combine(_dossier, nom)), CompressionMode.Decompress);
        using var csv = CsvReader.Create(fichier, new CsvReaderOptions { HasHeader = true, Separator = ',', PoolStrings = true }, leaveOpen: true);
        var lignes = new List<T>(environ);
        while (csv.Read())
        {
            lignes.Add(lire(csv));
        }

        return lignes;
    }

    private static string? Vide(string s) => s.Length == 0 ? null : s;

    private static string[] Liste(string s) => s.Length == 0 ? [] : s.Split('|');

    private static int? Entier(string s) => s.Length == 0 ? null : int.Parse(s, CultureInfo.InvariantCulture);

    private static double? Reel(string s) => s.Length == 0 ? null : double.Parse(s, CultureInfo.InvariantCulture);
}
