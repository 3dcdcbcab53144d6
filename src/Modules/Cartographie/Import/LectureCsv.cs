using System.Text;
using CsvHelper;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Import;

/// <summary>Reads a CSV file of places row by row, whatever its encoding and separator. Bounded: no row over 1 MB, no more than 500 columns.</summary>
internal static class LectureCsv
{
    public const int LigneMax = 1_000_000;
    public const int ColonnesMax = 500;

    private static readonly string[] Obligatoires = ["id", "nom", "commune", "code_postal", "source"];

    /// <summary>Rows with the line where they begin. A row that can't be read is given to <paramref name="anomalie"/>; a file that can't, throws <see cref="FichierIllisibleException"/>.</summary>
    /// <param name="flux">Seekable stream of the file.</param>
    /// <param name="anomalie">Receives the unreadable rows.</param>
    public static IEnumerable<(long Ligne, LigneCsv Valeurs)> Lire(Stream flux, Action<Anomalie> anomalie)
    {
        var encodage = Encodage.Deviner(flux);
        RefuserCeQuiNEstPasUnCsv(flux, encodage);
        using var lecteur = CsvReader.Create(flux, new CsvReaderOptions
        {
            Encoding = encodage,
            Separator = Encodage.Separateur(PremiereLigne(flux, encodage)),
            HasHeader = false,
            MaxRecordSize = LigneMax,
            TrackLineNumbers = true,
        }, leaveOpen: true);
        if (!Avancer(lecteur))
        {
            throw new FichierIllisibleException("Le fichier est vide : il faut une première ligne avec le nom des colonnes.");
        }

        var nombre = lecteur.FieldCount;
        if (nombre > ColonnesMax)
        {
            throw new FichierIllisibleException($"Le fichier a {nombre} colonnes : {ColonnesMax} au plus sont acceptées.");
        }

        var places = Places(lecteur.Current.ToArray());
        while (Avancer(lecteur))
        {
            var ligne = lecteur.LineNumber;
            if (lecteur.FieldCount != nombre)
            {
                anomalie(new Anomalie(ligne, null, "", null, $"La ligne a {lecteur.FieldCount} colonnes au lieu de {nombre} : un séparateur ou un guillemet manque ou est en trop.", true));
                continue;
            }

            yield return (ligne, new LigneCsv(lecteur.Current.ToArray(), places));
        }
    }

    private static bool Avancer(CsvReader lecteur)
    {
        try
        {
            return lecteur.Read();
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            throw new FichierIllisibleException($"Après la ligne {lecteur.LineNumber}, une ligne dépasse {LigneMax / 1_000_000} Mo ou ne peut pas être lue : un guillemet n’est pas fermé, ou ce n’est pas un fichier CSV.");
        }
    }

    private static string PremiereLigne(Stream flux, Encoding encodage)
    {
        using var lecteur = new StreamReader(flux, encodage, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
        var tampon = new char[64 * 1024];
        var lus = lecteur.ReadBlock(tampon, 0, tampon.Length);
        flux.Position = 0;
        var texte = tampon.AsSpan(0, lus);
        var fin = texte.IndexOfAny('\n', '\r');
        return texte[..(fin < 0 ? lus : fin)].ToString();
    }

    private static void RefuserCeQuiNEstPasUnCsv(Stream flux, Encoding encodage)
    {
        var ligne = PremiereLigne(flux, encodage);
        if (ligne.Contains('\0', StringComparison.Ordinal))
        {
            throw new FichierIllisibleException("Ce n’est pas un fichier CSV : il contient des caractères nuls.");
        }

        if (ligne.TrimStart().StartsWith('<'))
        {
            throw new FichierIllisibleException("Le fichier contient une page web, pas un CSV : l’adresse de la source a peut-être changé.");
        }
    }

    private static Dictionary<string, int> Places(string[] noms)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < noms.Length; i++)
        {
            var nom = noms[i].Trim().Trim('\uFEFF').ToLowerInvariant();
            if (FicheLieu.Colonnes.Contains(nom, StringComparer.Ordinal) && !places.TryAdd(nom, i))
            {
                throw new FichierIllisibleException($"La colonne « {nom} » est présente deux fois.");
            }
        }

        var manquantes = Obligatoires.Where(c => !places.ContainsKey(c)).ToList();
        return manquantes.Count == 0
            ? places
            : throw new FichierIllisibleException($"Colonnes obligatoires absentes : {string.Join(", ", manquantes)}. Le fichier doit suivre le schéma « lieux de médiation numérique ».");
    }
}

/// <summary>The cells of one row, by name of column.</summary>
internal readonly struct LigneCsv(string[] champs, Dictionary<string, int> places)
{
    /// <summary>The trimmed cell, or null when it is empty or the column is absent.</summary>
    public string? this[string colonne] => places.TryGetValue(colonne, out var i) && champs[i].Trim() is { Length: > 0 } texte ? texte : null;
}
