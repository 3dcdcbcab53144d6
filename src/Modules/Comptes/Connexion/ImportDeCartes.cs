using System.Text;
using CsvHelper;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Connexion;

/// <summary>One line of a lot that isn't taken, with its number in the file.</summary>
internal sealed record CarteRefusee(int Ligne, string? Serie, Erreur Erreur);

/// <summary>What became of a lot.</summary>
internal sealed record LotDeCartes(int Importees, IReadOnlyList<CarteRefusee> Refusees);

/// <summary>A lot of cards, as their maker gives it: number and seed. All the lines are read before one is written; the seeds are closed before they enter the database.</summary>
internal sealed class ImportDeCartes(FaireAvecDb db, GrainesProtegees graines, TimeProvider horloge)
{
    private const int Max = 100_000;
    private const int LigneMax = 10_000;
    private const int GraineMin = 16;
    private const int GraineMax = 64;

    private static readonly string[] NomsDeSerie = ["serie", "serial", "numero", "sn"];
    private static readonly string[] NomsDeGraine = ["graine", "seed", "secret", "secretkey"];

    /// <param name="fichier">CSV in UTF-8; a comma, a semicolon or a tabulation between the columns.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<LotDeCartes>> ImporterAsync(Stream fichier, CancellationToken annulation)
    {
        var (cartes, refusees) = (new Dictionary<string, byte[]>(StringComparer.Ordinal), new List<CarteRefusee>());
        using var memoire = new MemoryStream();
        await fichier.CopyToAsync(memoire, annulation);
        using var csv = CsvReader.Create(new MemoryStream(memoire.ToArray()), new CsvReaderOptions { Encoding = Encoding.UTF8, HasHeader = false, Separator = Separateur(memoire.ToArray()), MaxRecordSize = LigneMax, TrackLineNumbers = true }, leaveOpen: false);
        try
        {
            var entete = csv.Read() ? csv.Current.ToArray() : [];
            var (colonneSerie, colonneGraine) = (Colonne(entete, NomsDeSerie), Colonne(entete, NomsDeGraine));
            if (colonneSerie < 0 || colonneGraine < 0)
            {
                return ErreursDeConnexion.CartesColonnes;
            }

            while (csv.Read())
            {
                annulation.ThrowIfCancellationRequested();
                if (cartes.Count + refusees.Count >= Max)
                {
                    return ErreursDeConnexion.CartesTropLong;
                }

                var (ligne, cellules) = ((int)csv.LineNumber, csv.Current.ToArray());
                if (cellules.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                var lue = cellules.ElementAtOrDefault(colonneSerie);
                if (CarteACodes.LireSerie(lue) is not { } serie)
                {
                    refusees.Add(new CarteRefusee(ligne, lue, ErreursDeConnexion.CarteSerie));
                }
                else if (LireGraine(cellules.ElementAtOrDefault(colonneGraine)) is not { } graine)
                {
                    refusees.Add(new CarteRefusee(ligne, serie, ErreursDeConnexion.CarteGraine));
                }
                else if (!cartes.TryAdd(serie, graine))
                {
                    refusees.Add(new CarteRefusee(ligne, serie, ErreursDeConnexion.CarteEnDouble));
                }
            }
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            return ErreursDeConnexion.CartesColonnes;
        }

        var series = cartes.Keys.ToArray();
        var connues = await db.Set<CarteACodes>().Where(c => series.Contains(c.Serie)).Select(c => c.Serie).ToListAsync(annulation);
        foreach (var connue in connues)
        {
            cartes.Remove(connue);
            refusees.Add(new CarteRefusee(0, connue, ErreursDeConnexion.CarteEnDouble));
        }

        var maintenant = horloge.GetUtcNow();
        db.AddRange(cartes.Select(c =>
        {
            var id = Identifiants.Nouveau(horloge);
            return new CarteACodes { Id = id, Serie = c.Key, GraineChiffree = graines.Fermer(id, c.Value), ImporteeLe = maintenant };
        }));
        await db.SaveChangesAsync(annulation);
        return new LotDeCartes(cartes.Count, refusees);
    }

    /// <summary>Hexadecimal, else base 32. A text that could be both is hexadecimal: makers write it so.</summary>
    public static byte[]? LireGraine(string? texte)
    {
        var serre = string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c)));
        var octets = serre.Length % 2 == 0 && serre.Length is > 0 and <= GraineMax * 2 && serre.All(char.IsAsciiHexDigit) ? Convert.FromHexString(serre) : Base32.Lire(serre);
        return octets is { Length: >= GraineMin and <= GraineMax } ? octets : null;
    }

    private static int Colonne(string[] entete, string[] noms) =>
        Array.FindIndex(entete, h => noms.Contains(h.Trim('\uFEFF', ' ').ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace('é', 'e'), StringComparer.Ordinal));

    // The first of them on the first line.
    private static char Separateur(byte[] octets)
    {
        var premiere = Encoding.UTF8.GetString(octets.AsSpan(0, Math.Min(octets.Length, 1000))).Split('\n')[0];
        return premiere.FirstOrDefault(c => c is ',' or ';' or '\t') is var c and not '\0' ? c : ',';
    }
}
