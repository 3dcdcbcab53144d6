using System.Text;
using CsvHelper;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>The rows of a CSV file, one by one. Bounded: no row over 1 MB, no more than 500 columns.</summary>
internal static class LectureCsv
{
    /// <summary>The separator that a spreadsheet announces on a first line of its own (« sep=; »); null when there is no such line.</summary>
    public static char? Annonce(string premiereLigne)
    {
        var texte = premiereLigne.AsSpan().Trim('\uFEFF').Trim('"').Trim(' ');
        return texte.Length == 5 && texte.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && char.IsAscii(texte[4]) && !char.IsLetterOrDigit(texte[4]) ? texte[4] : null;
    }

    public static IEnumerable<LigneBrute> Lire(Stream flux, Encoding encodage, char separateur, Action<Entete> connaitre, Action<Anomalie> anomalie, bool sansEntete = false)
    {
        if (separateur is '"' or '\r' or '\n' || !char.IsAscii(separateur))
        {
            throw new FichierIllisibleException($"« {separateur} » ne peut pas séparer des colonnes.");
        }

        using var lecteur = CsvReader.Create(flux, new CsvReaderOptions
        {
            Encoding = encodage,
            Separator = separateur,
            HasHeader = false,
            MaxRecordSize = LectureFichier.LigneMax,
            TrackLineNumbers = true,
        }, leaveOpen: true);
        if (!Avancer(lecteur) || (lecteur.LineNumber == 1 && lecteur.FieldCount <= 2 && Annonce(string.Join(separateur, lecteur.Current.ToArray())) is not null && !Avancer(lecteur)))
        {
            throw new FichierIllisibleException("Le fichier est vide : il faut une première ligne avec le nom des colonnes.");
        }

        if (sansEntete)
        {
            foreach (var ligne in SansEntete(lecteur, connaitre))
            {
                yield return ligne;
            }

            yield break;
        }

        var nombre = lecteur.FieldCount;
        if (nombre > Entete.ColonnesMax)
        {
            throw new FichierIllisibleException($"Le fichier a {nombre} colonnes : {Entete.ColonnesMax} au plus sont acceptées.");
        }

        var entete = Entete.DeCellules(lecteur.Current.ToArray());
        connaitre(entete);
        while (Avancer(lecteur))
        {
            var (ligne, lues) = (lecteur.LineNumber, lecteur.FieldCount);
            // A spreadsheet adds empty cells to the right of a table, and empty rows below.
            if (lues != nombre && !(lues > nombre && Vides(lecteur, nombre, lues)))
            {
                anomalie(new Anomalie(ligne, null, "", null, $"La ligne a {lues} colonnes au lieu de {nombre} : un séparateur ou un guillemet manque ou est en trop, ou le fichier a été coupé.", true));
                continue;
            }

            if (!Vides(lecteur, 0, nombre))
            {
                yield return new LigneBrute(ligne, entete, lecteur.Current.ToArray());
            }
        }
    }

    // The reading is on its first row.
    private static IEnumerable<LigneBrute> SansEntete(CsvReader lecteur, Action<Entete> connaitre)
    {
        var entete = new Entete();
        connaitre(entete);
        do
        {
            entete.Elargir(lecteur.FieldCount);
            if (!Vides(lecteur, 0, lecteur.FieldCount))
            {
                yield return new LigneBrute(lecteur.LineNumber, entete, lecteur.Current.ToArray());
            }
        }
        while (Avancer(lecteur));
    }

    private static bool Vides(CsvReader lecteur, int de, int a)
    {
        for (var i = de; i < a; i++)
        {
            if (lecteur.GetSpan(i).IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Avancer(CsvReader lecteur)
    {
        try
        {
            return lecteur.Read();
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            throw new FichierIllisibleException($"Après la ligne {lecteur.LineNumber}, une ligne dépasse {LectureFichier.LigneMax / 1_000_000} Mo ou ne peut pas être lue : un guillemet n’est pas fermé, le fichier a été coupé, ou ce n’est pas un fichier CSV.");
        }
    }
}
