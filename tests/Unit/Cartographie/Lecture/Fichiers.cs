using System.IO.Compression;
using System.Text;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Tests.Unit.Cartographie.Lecture;

/// <summary>Small files made for a test, and what is read of them.</summary>
internal static class Fichiers
{
    public static Lue Lire(string texte, OptionsDeLecture? options = null) => Lire(Encoding.UTF8.GetBytes(texte), options);

    public static Lue Lire(byte[] octets, OptionsDeLecture? options = null) => Lire(new MemoryStream(octets), options);

    public static Lue Lire(Stream flux, OptionsDeLecture? options = null)
    {
        var (lignes, anomalies) = (new List<LigneBrute>(), new List<Anomalie>());
        FormatDeFichier? format = null;
        string? liste = null, feuille = null;
        try
        {
            using var fichier = LectureFichier.Ouvrir(flux, options);
            (format, liste) = (fichier.Format, fichier.Liste);
            foreach (var ligne in fichier.Lignes(anomalies.Add))
            {
                lignes.Add(ligne);
            }

            feuille = fichier.Feuille;
            return new Lue(format, lignes, anomalies, null, liste, feuille);
        }
        catch (FichierIllisibleException e)
        {
            return new Lue(format, lignes, anomalies, e.Message, liste, feuille);
        }
    }

    /// <summary>A workbook written by hand: a part by name of file, the usual ones filled in.</summary>
    public static byte[] Classeur(string feuille, params (string Nom, string Xml)[] autres) => Archive(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Vide\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Lieux\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"x\" Target=\"worksheets/sheet2.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", Feuille("")),
        ("xl/worksheets/sheet2.xml", feuille.StartsWith('<') && !feuille.StartsWith("<row", StringComparison.Ordinal) ? feuille : Feuille(feuille)),
        .. autres,
    ]);

    public static byte[] Archive(params (string Nom, string Texte)[] parties)
    {
        using var memoire = new MemoryStream();
        using (var zip = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The last of two parts of the same name is the one that is meant.
            foreach (var (nom, texte) in parties.GroupBy(p => p.Nom, StringComparer.Ordinal).Select(g => g.Last()))
            {
                using var partie = new StreamWriter(zip.CreateEntry(nom, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                partie.Write(texte);
            }
        }

        return memoire.ToArray();
    }

    public static string Feuille(string lignes, string apres = "") =>
        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{lignes}</sheetData>{apres}</worksheet>";

    /// <summary>A row of inline texts.</summary>
    public static string Rangee(int numero, params string[] textes) =>
        $"<row r=\"{numero}\">{string.Concat(textes.Select(t => $"<c t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    internal sealed record Lue(FormatDeFichier? Format, List<LigneBrute> Lignes, List<Anomalie> Anomalies, string? Illisible, string? Liste, string? Feuille)
    {
        public IEnumerable<string?> Colonne(string nom) => Lignes.Select(l => l[nom]);
    }
}
