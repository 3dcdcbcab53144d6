using System.IO.Compression;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>The shipped places, read and indexed once for all the tests.</summary>
internal static class LieuxLivres
{
    private static readonly Lazy<(byte[] Octets, List<Lieu> Lieux, List<Anomalie> Anomalies)> Lus = new(Lire);
    private static readonly Lazy<List<Lieu>> LesPublics = new(() => [.. Lus.Value.Lieux.Where(l => l.Retenu is null)]);
    private static readonly Lazy<IndexLieux> LIndex = new(() => new IndexLieux(LesPublics.Value, DepartementDe, "livre", communeDe: new CommuneDuLieu(Territoires).Code));

    public static ITerritoires Territoires => Donnees.Territoires;

    /// <summary>The file, unpacked.</summary>
    public static byte[] Octets => Lus.Value.Octets;

    public static IReadOnlyList<Lieu> Tous => Lus.Value.Lieux;

    public static IReadOnlyList<Lieu> Publics => LesPublics.Value;

    public static IReadOnlyList<Anomalie> Anomalies => Lus.Value.Anomalies;

    public static IndexLieux Index => LIndex.Value;

    public static string? DepartementDe(Lieu lieu) => Territoires.DepartementDeInsee(lieu.CodeInsee) ?? Territoires.DepartementDuCodePostal(lieu.CodePostal);

    private static (byte[], List<Lieu>, List<Anomalie>) Lire()
    {
        using var fichier = File.OpenRead(Path.Combine(Donnees.Dossier, "lieux", "lieux.csv.gz"));
        using var gzip = new GZipStream(fichier, CompressionMode.Decompress);
        using var clair = new MemoryStream();
        gzip.CopyTo(clair);
        clair.Position = 0;
        var anomalies = new List<Anomalie>();
        using var texte = LectureFichier.Ouvrir(new MemoryStream(clair.ToArray()));
        var lecture = new LectureLieu(new HorlogeFactice(), anomalies.Add, new CoherenceDeLaLocalisation(Territoires));
        var lieux = LignesDeLieux.Lire(texte, anomalies.Add).Select(lecture.Lire).OfType<Lieu>().ToList();
        return (clair.ToArray(), lieux, anomalies);
    }
}
