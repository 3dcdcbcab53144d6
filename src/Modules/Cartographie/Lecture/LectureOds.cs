using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// The rows of a sheet of an OpenDocument workbook (ODS), one by one. Formulas aren't computed: the result kept in the file is read. Cells and rows that the format
/// repeats by a number are bounded: a few bytes may stand for a million rows.
/// </summary>
internal static class LectureOds
{
    private const string Type = "application/vnd.oasis.opendocument.spreadsheet";
    private const string Contenu = "content.xml";
    private const int LignesRepeteesMax = 1000;

    private static readonly XmlReaderSettings Reglages = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    /// <summary>True when the archive says that it is one. The stream is put back at its start.</summary>
    public static bool EstUn(Stream flux)
    {
        try
        {
            flux.Position = 0;
            using var archive = new ZipArchive(flux, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("mimetype") is not { Length: <= 200 } entree)
            {
                return false;
            }

            using var texte = new StreamReader(entree.Open());
            var type = new char[Type.Length];
            return texte.ReadBlock(type) == type.Length && type.AsSpan().SequenceEqual(Type);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            // A broken archive: who reads it says so.
            return false;
        }
        finally
        {
            flux.Position = 0;
        }
    }

    public static IEnumerable<LigneBrute> Lire(Stream flux, string? feuille, Action<Entete, string> connaitre, bool sansEntete) =>
        LignesDeClasseur.Prudentes(Feuille(flux, feuille, connaitre, sansEntete));

    private static IEnumerable<LigneBrute> Feuille(Stream flux, string? voulue, Action<Entete, string> connaitre, bool sansEntete)
    {
        using var archive = new ZipArchive(flux, ZipArchiveMode.Read, leaveOpen: true);
        var entree = archive.GetEntry(Contenu) ?? throw new FichierIllisibleException("Le classeur n’a aucune feuille.");
        using var xml = XmlReader.Create(new FluxBorne(entree.Open(), entree.CompressedLength, new BudgetDArchive(Ouverture.TailleMax)), Reglages);
        var vue = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "table" || xml.IsEmptyElement)
            {
                continue;
            }

            var nom = Attribut(xml, "name") ?? "";
            if (voulue is not null && !string.Equals(nom.Trim(), voulue.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var ligne in Lignes(xml, nom, connaitre, sansEntete))
            {
                vue = true;
                yield return ligne;
            }

            // The first sheet that says something.
            if (vue)
            {
                yield break;
            }
        }

        throw new FichierIllisibleException(voulue is null ? "Le classeur est vide : il faut une première ligne avec le nom des colonnes." : $"Le classeur n’a pas de feuille « {voulue} ».");
    }

    private static IEnumerable<LigneBrute> Lignes(XmlReader xml, string nom, Action<Entete, string> connaitre, bool sansEntete)
    {
        var (profondeur, numero) = (xml.Depth, 0L);
        Entete? entete = null;
        while (xml.Read() && xml.Depth > profondeur)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "table-row")
            {
                continue;
            }

            var repetee = Nombre(xml, "number-rows-repeated");
            var cellules = Cellules(xml, numero + 1);
            if (cellules.Count == 0)
            {
                numero += repetee;
                continue;
            }

            if (repetee > LignesRepeteesMax)
            {
                throw new FichierIllisibleException($"À partir de la ligne {numero + 1}, le classeur répète {repetee} fois la même ligne : ce n’est pas un fichier de données.");
            }

            for (var i = 0; i < repetee; i++)
            {
                numero++;
                if (entete is null)
                {
                    connaitre(entete = sansEntete ? new Entete() : Entete.DeCellules(cellules), nom);
                    if (!sansEntete)
                    {
                        continue;
                    }
                }

                entete.Elargir(cellules.Count);
                yield return new LigneBrute(numero, entete, [.. cellules]);
            }
        }
    }

    private static List<string?> Cellules(XmlReader xml, long numero)
    {
        var cellules = new List<string?>();
        if (xml.IsEmptyElement)
        {
            return cellules;
        }

        // Empty cells count only when something follows them: a spreadsheet ends its rows with thousands.
        var (profondeur, vides, taille) = (xml.Depth, 0L, 0L);
        while (xml.Read() && xml.Depth > profondeur)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("table-cell" or "covered-table-cell"))
            {
                continue;
            }

            var (fois, valeur) = (Nombre(xml, "number-columns-repeated"), Valeur(xml));
            if (string.IsNullOrWhiteSpace(valeur))
            {
                vides += fois;
                continue;
            }

            if (cellules.Count + vides + fois > Entete.ColonnesMax)
            {
                throw new FichierIllisibleException($"La ligne {numero} a une cellule dans la colonne {cellules.Count + vides + fois} : {Entete.ColonnesMax} colonnes au plus sont acceptées.");
            }

            for (; vides > 0; vides--)
            {
                cellules.Add(null);
            }

            taille += valeur.Length * fois;
            if (taille > LectureFichier.LigneMax)
            {
                throw new FichierIllisibleException($"La ligne {numero} dépasse {LectureFichier.LigneMax / 1_000_000} Mo.");
            }

            for (var i = 0; i < fois; i++)
            {
                cellules.Add(valeur);
            }
        }

        return cellules;
    }

    /// <summary>The value of a cell as a person would write it. The reading ends on its last tag.</summary>
    private static string? Valeur(XmlReader xml)
    {
        var (type, date, heure, nombre, vrai, chaine) = (Attribut(xml, "value-type"), Attribut(xml, "date-value"), Attribut(xml, "time-value"), Attribut(xml, "value"), Attribut(xml, "boolean-value"), Attribut(xml, "string-value"));
        var texte = Texte(xml);
        return type switch
        {
            "date" => date is { Length: > 10 } && date.EndsWith("T00:00:00", StringComparison.Ordinal) ? date[..10] : date,
            "time" when heure is not null && Heure(heure) is { } lue => lue,
            "float" or "currency" or "percentage" when double.TryParse(nombre, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) =>
                // « 00000 » is only in the text that is shown: a postal code keeps its zero.
                texte is { Length: > 1 } && texte[0] == '0' && texte.All(char.IsAsciiDigit) ? texte : default(FormatDeCellule).Ecrire(n, depuis1904: false),
            "boolean" => vrai,
            _ => texte is { Length: > 0 } ? texte : chaine,
        };
    }

    private static string? Heure(string iso)
    {
        try
        {
            var duree = XmlConvert.ToTimeSpan(iso);
            return string.Create(CultureInfo.InvariantCulture, $"{(int)duree.TotalHours:00}:{duree.Minutes:00}{(duree.Seconds == 0 ? "" : duree.Seconds.ToString("':'00", CultureInfo.InvariantCulture))}");
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    // The paragraphs of the cell, without its comments.
    private static string Texte(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (profondeur, texte, commentaire) = (xml.Depth, new StringBuilder(), 0);
        while (xml.Read() && xml.Depth > profondeur)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "annotation" && !xml.IsEmptyElement:
                    commentaire++;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "annotation":
                    commentaire--;
                    break;
                case XmlNodeType.Element when xml.LocalName == "p" && commentaire == 0 && texte.Length > 0:
                    texte.Append('\n');
                    break;
                case XmlNodeType.Element when xml.LocalName is "s" or "tab" && commentaire == 0:
                    texte.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when commentaire == 0:
                    Classeur.Ajouter(texte, xml);
                    break;
                default:
                    break;
            }
        }

        return texte.ToString();
    }

    private static long Nombre(XmlReader xml, string nom) => long.TryParse(Attribut(xml, nom), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    // By its name alone: writers of workbooks don't agree on the version of the namespace.
    private static string? Attribut(XmlReader xml, string nom)
    {
        string? valeur = null;
        for (var trouve = xml.MoveToFirstAttribute(); trouve; trouve = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == nom)
            {
                valeur = xml.Value;
                break;
            }
        }

        xml.MoveToElement();
        return valeur;
    }
}
