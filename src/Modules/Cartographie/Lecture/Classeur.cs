using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// The parts of a workbook (XLSX) that hold its values: sheets, shared texts, formats. Read straight from the archive so that each part is counted as
/// it is unpacked; macros, external links, drawings and queries are never opened. A document type is refused.
/// </summary>
internal sealed partial class Classeur : IDisposable
{
    private const int EntreesMax = 5000;
    private const long TextesMax = 256L << 20;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Reglages = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    private readonly ZipArchive _archive;
    private readonly BudgetDArchive _budget = new(Ouverture.TailleMax);
    private readonly Dictionary<string, ZipArchiveEntry> _entrees = new(StringComparer.OrdinalIgnoreCase);

    public Classeur(Stream flux)
    {
        try
        {
            _archive = new ZipArchive(flux, ZipArchiveMode.Read, leaveOpen: true);
            if (_archive.Entries.Count > EntreesMax)
            {
                throw new FichierIllisibleException($"Le classeur a plus de {EntreesMax} parties.");
            }

            foreach (var entree in _archive.Entries)
            {
                _entrees.TryAdd(entree.FullName.Replace('\\', '/').TrimStart('/'), entree);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new FichierIllisibleException("Le classeur est abîmé ou coupé : il ne peut pas être ouvert.");
        }

        if (!_entrees.ContainsKey("xl/workbook.xml"))
        {
            throw new FichierIllisibleException(_entrees.ContainsKey("mimetype")
                ? "C’est un classeur LibreOffice (ODS) : enregistrez-le au format XLSX ou CSV."
                : "C’est une archive ZIP, pas un classeur : décompressez-la, et donnez le fichier qu’elle contient.");
        }
    }

    /// <summary>The sheets in their order, hidden ones last. <see cref="Depuis1904"/> is known afterwards.</summary>
    public IReadOnlyList<(string Nom, string Partie)> Feuilles()
    {
        var cibles = Cibles("xl/_rels/workbook.xml.rels");
        var feuilles = new List<(string Nom, string Partie, bool Cachee)>();
        using var xml = Ouvrir("xl/workbook.xml");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                Depuis1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && (xml.GetAttribute("id", Relations) ?? xml.GetAttribute("r:id")) is { } id && cibles.TryGetValue(id, out var cible) && _entrees.ContainsKey(cible))
            {
                feuilles.Add((xml.GetAttribute("name") ?? "", cible, xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return [.. feuilles.OrderBy(f => f.Cachee).Select(f => (f.Nom, f.Partie))];
    }

    /// <summary>True when the days of this workbook are counted from 1904.</summary>
    public bool Depuis1904 { get; private set; }

    /// <summary>The texts that cells share.</summary>
    public string[] Textes()
    {
        if (!_entrees.ContainsKey("xl/sharedStrings.xml"))
        {
            return [];
        }

        var textes = new List<string>();
        var taille = 0L;
        using var xml = Ouvrir("xl/sharedStrings.xml");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                var texte = Texte(xml);
                taille += texte.Length + 64;
                textes.Add(taille <= TextesMax ? texte : throw new FichierIllisibleException("Les textes du classeur dépassent 256 Mo."));
            }
        }

        return [.. textes];
    }

    /// <summary>The format of each style of cell.</summary>
    public FormatDeCellule[] Formats()
    {
        if (!_entrees.ContainsKey("xl/styles.xml"))
        {
            return [];
        }

        var (codes, formats, dansLesCellules) = (new Dictionary<int, string>(), new List<FormatDeCellule>(), false);
        using var xml = Ouvrir("xl/styles.xml");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs")
            {
                dansLesCellules = false;
            }
            else if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            else if (xml.LocalName == "cellXfs")
            {
                dansLesCellules = !xml.IsEmptyElement;
            }
            else if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var numero))
            {
                codes[numero] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (xml.LocalName == "xf" && dansLesCellules && formats.Count < 100_000)
            {
                _ = int.TryParse(xml.GetAttribute("numFmtId"), out var format);
                formats.Add(FormatDeCellule.Lire(format, codes.GetValueOrDefault(format)));
            }
        }

        return [.. formats];
    }

    /// <summary>A part, as XML.</summary>
    public XmlReader Ouvrir(string partie)
    {
        var entree = _entrees[partie];
        return XmlReader.Create(new FluxBorne(entree.Open(), entree.CompressedLength, _budget), Reglages);
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>The text of « si » or « is »: its parts one after the other, without the phonetic ones. The reading ends on its last tag.</summary>
    public static string Texte(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (profondeur, texte, phonetique, ecrire) = (xml.Depth, new StringBuilder(), 0, false);
        while (xml.Read() && xml.Depth > profondeur)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement:
                    phonetique++;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    phonetique--;
                    break;
                case XmlNodeType.Element when xml.LocalName == "t":
                    ecrire = !xml.IsEmptyElement && phonetique == 0;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    ecrire = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when ecrire:
                    Ajouter(texte, xml);
                    break;
                default:
                    break;
            }
        }

        return Decoder(texte.ToString());
    }

    /// <summary>Workbooks write what XML refuses as « _x000D_ ».</summary>
    public static string Decoder(string texte)
    {
        return texte.Contains("_x", StringComparison.Ordinal)
            ? Codes().Replace(texte, m => ((char)ushort.Parse(m.ValueSpan.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : texte;
    }

    [GeneratedRegex("_x[0-9a-fA-F]{4}_", RegexOptions.NonBacktracking)]
    private static partial Regex Codes();

    /// <summary>Adds the text on which the reading is, piece by piece: asked whole, it would be made before its length is known.</summary>
    public static void Ajouter(StringBuilder texte, XmlReader xml)
    {
        var morceau = new char[4096];
        int lus;
        while ((lus = xml.ReadValueChunk(morceau, 0, morceau.Length)) > 0)
        {
            texte.Append(morceau, 0, lus);
            if (texte.Length > LectureFichier.LigneMax)
            {
                throw new FichierIllisibleException($"Une cellule du classeur dépasse {LectureFichier.LigneMax / 1_000_000} Mo.");
            }
        }
    }

    private Dictionary<string, string> Cibles(string partie)
    {
        var cibles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!_entrees.ContainsKey(partie))
        {
            return cibles;
        }

        using var xml = Ouvrir(partie);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } cible)
            {
                cibles[id] = cible.StartsWith('/') ? cible.TrimStart('/') : "xl/" + cible;
            }
        }

        return cibles;
    }
}
