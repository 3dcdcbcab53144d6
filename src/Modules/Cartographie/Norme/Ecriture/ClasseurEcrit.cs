using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>
/// A workbook (XLSX) written row by row to any stream: cells are texts written in place, so that none is ever a formula, whatever it begins with. The
/// parts of the archive are written one after the other; only the row that is written is in memory.
/// </summary>
/// <param name="sortie">Where it is written; left open. It needn't go back.</param>
internal sealed class ClasseurEcrit(Stream sortie) : IDisposable
{
    /// <summary>Rows of a sheet, and characters of a cell: what spreadsheets open.</summary>
    public const int LignesMax = 1_048_576;
    public const int TexteMax = 32_767;

    private const string Principal = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Paquet = "http://schemas.openxmlformats.org/package/2006";

    // Styles, by rank: plain, header, « as text » (a formula that is edited stays a text).
    private const int Titre = 1;
    private const int CommeTexte = 2;

    private static readonly SearchValues<char> Hexadecimaux = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly ZipArchive _archive = new(sortie, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _feuilles = [];
    private XmlWriter? _xml;
    private int _lignes;

    /// <summary>Begins a sheet, with its header, that stays in sight.</summary>
    public void Feuille(string nom, IReadOnlyList<string> entete, IReadOnlyList<int>? largeurs = null)
    {
        FermerLaFeuille();
        _feuilles.Add(nom);
        _lignes = 0;
        _xml = Partie($"xl/worksheets/sheet{_feuilles.Count}.xml");
        _xml.WriteStartElement("worksheet", Principal);
        _xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        if (largeurs is not null)
        {
            _xml.WriteStartElement("cols", Principal);
            for (var i = 0; i < largeurs.Count; i++)
            {
                _xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{largeurs[i]}\" customWidth=\"1\"/>"));
            }

            _xml.WriteEndElement();
        }

        _xml.WriteStartElement("sheetData", Principal);
        Ligne(entete, Titre);
    }

    /// <summary>Adds a row. False when the sheet is full.</summary>
    public bool Ligne(IEnumerable<string?> valeurs) => Ligne(valeurs, style: 0);

    /// <summary>Ends the workbook.</summary>
    public void Finir()
    {
        FermerLaFeuille();
        using (var types = Partie("[Content_Types].xml"))
        {
            types.WriteStartElement("Types", $"{Paquet}/content-types");
            types.WriteRaw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
            types.WriteRaw("<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>");
            types.WriteRaw("<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>");
            types.WriteRaw(string.Concat(_feuilles.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")));
        }

        using (var relations = Partie("_rels/.rels"))
        {
            relations.WriteStartElement("Relationships", $"{Paquet}/relationships");
            relations.WriteRaw($"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>");
        }

        using (var relations = Partie("xl/_rels/workbook.xml.rels"))
        {
            relations.WriteStartElement("Relationships", $"{Paquet}/relationships");
            relations.WriteRaw(string.Concat(_feuilles.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")));
            relations.WriteRaw($"<Relationship Id=\"rId{_feuilles.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>");
        }

        using (var styles = Partie("xl/styles.xml"))
        {
            styles.WriteStartElement("styleSheet", Principal);
            styles.WriteRaw("<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>");
            styles.WriteRaw("<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>");
            styles.WriteRaw("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/></cellXfs>");
        }

        using var classeur = Partie("xl/workbook.xml");
        classeur.WriteStartElement("workbook", Principal);
        classeur.WriteAttributeString("xmlns", "r", null, Relations);
        classeur.WriteStartElement("sheets", Principal);
        for (var i = 0; i < _feuilles.Count; i++)
        {
            classeur.WriteStartElement("sheet", Principal);
            classeur.WriteAttributeString("name", _feuilles[i]);
            classeur.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            classeur.WriteAttributeString("id", Relations, $"rId{i + 1}");
            classeur.WriteEndElement();
        }
    }

    public void Dispose()
    {
        _xml?.Dispose();
        _archive.Dispose();
    }

    /// <summary>The text with what XML refuses, and what looks like it, written « _x0001_ » as workbooks do; cut where spreadsheets stop.</summary>
    public static string Echapper(string texte)
    {
        var valide = TexteRecherche.Valide(texte.Length > TexteMax ? texte[..(TexteMax - 1)] + "…" : texte);
        if (!valide.Any(c => (c < ' ' && c is not ('\t' or '\n')) || c == '_'))
        {
            return valide;
        }

        var sortie = new StringBuilder(valide.Length + 16);
        for (var i = 0; i < valide.Length; i++)
        {
            var c = valide[i];
            var commeUnCode = c == '_' && i + 6 < valide.Length && valide[i + 1] == 'x' && valide[i + 6] == '_' && valide.AsSpan(i + 2, 4).IndexOfAnyExcept(Hexadecimaux) < 0;
            if (commeUnCode || (c < ' ' && c is not ('\t' or '\n')))
            {
                sortie.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                sortie.Append(c);
            }
        }

        return sortie.ToString();
    }

    private bool Ligne(IEnumerable<string?> valeurs, int style)
    {
        if (_lignes == LignesMax)
        {
            return false;
        }

        _lignes++;
        var xml = _xml ?? throw new InvalidOperationException("A sheet must be begun first.");
        xml.WriteStartElement("row", Principal);
        xml.WriteAttributeString("r", _lignes.ToString(CultureInfo.InvariantCulture));
        var colonne = 0;
        foreach (var valeur in valeurs)
        {
            colonne++;
            if (string.IsNullOrEmpty(valeur))
            {
                continue;
            }

            xml.WriteStartElement("c", Principal);
            xml.WriteAttributeString("r", Lettres(colonne) + _lignes.ToString(CultureInfo.InvariantCulture));
            var s = style == 0 && EcritureCsv.EstUneFormule(valeur) ? CommeTexte : style;
            if (s != 0)
            {
                xml.WriteAttributeString("s", s.ToString(CultureInfo.InvariantCulture));
            }

            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Principal);
            xml.WriteStartElement("t", Principal);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Echapper(valeur));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        return true;
    }

    private static string Lettres(int colonne)
    {
        var lettres = "";
        for (var n = colonne; n > 0; n = (n - 1) / 26)
        {
            lettres = (char)('A' + ((n - 1) % 26)) + lettres;
        }

        return lettres;
    }

    private XmlWriter Partie(string nom) =>
        XmlWriter.Create(_archive.CreateEntry(nom, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, NewLineHandling = NewLineHandling.None });

    private void FermerLaFeuille()
    {
        _xml?.WriteEndElement();
        _xml?.WriteEndElement();
        _xml?.Dispose();
        _xml = null;
    }
}
