using System.Globalization;
using System.IO.Compression;
using System.Text;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Tests.Unit.Cartographie.Lecture;

public sealed class LectureXlsxTests
{
    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="4">
        <numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-40C]dd/mm/yyyy;@"/><numFmt numFmtId="166" formatCode="#,##0.00\ &quot;h et dodos&quot;"/><numFmt numFmtId="167" formatCode="h:mm AM/PM"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>
        """;

    private const string Textes = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Médiathèque</t></si><si><r><t>Mai</t></r><r><t xml:space=\"preserve\">rie </t></r><rPh><t>bruit</t></rPh></si></sst>";

    [Fact]
    public void Toutes_les_sortes_de_cellules_se_lisent()
    {
        var lu = Fichiers.Lire(Fichiers.Classeur(
            Fichiers.Rangee(2, "a", "b", "c", "d", "e", "f") +
            "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c><c r=\"C5\" t=\"b\"><v>1</v></c><c r=\"D5\"><v>45.764042999999999</v></c><c r=\"E5\"><f>A1+1</f><v>12</v></c><c r=\"F5\" t=\"e\"><v>#N/A</v></c></row>" +
            "<row r=\"6\"><c r=\"A6\" t=\"s\"><v>1</v></c><c r=\"B6\" t=\"str\"><f>X()</f><v>texte</v></c><c r=\"C6\" t=\"s\"><v>99</v></c><c r=\"D6\"><v>3.5600000063516E13</v></c><c r=\"E6\"><f>B1</f></c></row>" +
            "<row r=\"7\"><c r=\"A7\"/></row><row/>",
            ("xl/sharedStrings.xml", Textes)));
        Assert.Equal((null, FormatDeFichier.Xlsx, "Lieux"), (lu.Illisible, lu.Format, lu.Feuille));
        Assert.Equal([5L, 6L], lu.Lignes.Select(l => l.Numero));
        Assert.Equal(["Médiathèque", "Mairie"], lu.Colonne("a"));
        Assert.Equal([null, "texte"], lu.Colonne("b"));
        Assert.Equal(["true", null], lu.Colonne("c"));
        Assert.Equal(["45.764043", "35600000063516"], lu.Colonne("d"));
        Assert.Equal(["12", null], lu.Colonne("e"));
        Assert.Equal([("e", DrapeauDeCellule.Formule), ("f", DrapeauDeCellule.Erreur)], lu.Lignes[0].Drapeaux);
        Assert.Equal([("b", DrapeauDeCellule.Formule), ("e", DrapeauDeCellule.Formule)], lu.Lignes[1].Drapeaux);
    }

    [Theory]
    [InlineData(1, "1000", "01000")]
    [InlineData(1, "69001", "69001")]
    [InlineData(1, "12.5", "12.5")]
    [InlineData(2, "45000", "2023-03-15")]
    [InlineData(2, "1", "1900-01-01")]
    [InlineData(2, "61", "1900-03-01")]
    [InlineData(3, "45000.75", "2023-03-15T18:00:00")]
    [InlineData(4, "0.375", "09:00")]
    [InlineData(5, "45000", "2023-03-15")]
    [InlineData(6, "12.25", "12.25")]
    [InlineData(7, "0.5", "12:00")]
    [InlineData(2, "99999999999", "99999999999")]
    [InlineData(2, "-1", "-1")]
    [InlineData(0, "1E-7", "0.0000001")]
    [InlineData(0, "1e400", "1e400")]
    [InlineData(99, "7", "7")]
    public void Les_nombres_se_lisent_comme_le_tableur_les_montre(int style, string valeur, string attendu) =>
        Assert.Equal([attendu], Fichiers.Lire(Fichiers.Classeur(Fichiers.Rangee(1, "a") + $"<row r=\"2\"><c r=\"A2\" s=\"{style}\"><v>{valeur}</v></c></row>", ("xl/styles.xml", Styles))).Colonne("a"));

    [Fact]
    public void Les_jours_peuvent_compter_depuis_1904()
    {
        var classeur = Fichiers.Classeur(
            Fichiers.Rangee(1, "a") + "<row r=\"2\"><c r=\"A2\" s=\"2\"><v>43538</v></c></row>",
            ("xl/styles.xml", Styles),
            ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"L\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"));
        Assert.Equal(["2023-03-15"], Fichiers.Lire(classeur).Colonne("a"));
    }

    [Fact]
    public void Les_cellules_fusionnees_sont_signalees()
    {
        var lu = Fichiers.Lire(Fichiers.Classeur(Fichiers.Feuille(
            Fichiers.Rangee(1, "a", "b", "c") + Fichiers.Rangee(2, "1", "x", "") + Fichiers.Rangee(3, "2", "", "y") + Fichiers.Rangee(4, "3", "z", ""),
            "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"faux\"/><mergeCell/></mergeCells>")));
        Assert.Equal(["B:Fusionnee", "B:Fusionnee", ""], lu.Lignes.Select(l => string.Join(' ', l.Drapeaux.Select(d => $"{d.Colonne.ToUpperInvariant()}:{d.Drapeau}"))));
    }

    [Fact]
    public void La_feuille_se_choisit()
    {
        var classeur = Fichiers.Classeur(Fichiers.Rangee(1, "a"), ("xl/worksheets/sheet1.xml", Fichiers.Feuille(Fichiers.Rangee(1, "b") + Fichiers.Rangee(2, "1"))));
        Assert.Equal("Vide", Fichiers.Lire(classeur).Feuille);
        Assert.Equal("Lieux", Fichiers.Lire(classeur, new OptionsDeLecture { Feuille = " lieux" }).Feuille);
        Assert.Contains("« Vide », « Lieux »", Fichiers.Lire(classeur, new OptionsDeLecture { Feuille = "Autre" }).Illisible, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_lien_externe_n_est_jamais_suivi()
    {
        var classeur = Fichiers.Classeur(
            Fichiers.Rangee(1, "a") + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>[1]Feuille!A1</f><v>gardé</v></c></row>",
            ("xl/externalLinks/externalLink1.xml", "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x\" Target=\"http://127.0.0.1:1/x\" TargetMode=\"External\"/></Relationships>"));
        var lu = Fichiers.Lire(classeur);
        Assert.Equal(["gardé"], lu.Colonne("a"));
        Assert.Equal(DrapeauDeCellule.Formule, lu.Lignes[0].Drapeaux[0].Drapeau);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet2.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/styles.xml")]
    public void Une_definition_de_document_est_refusee(string partie)
    {
        const string Dtd = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><x>&b;&c;</x>";
        Assert.Contains("(DTD)", Fichiers.Lire(Fichiers.Classeur(Fichiers.Rangee(1, "a"), (partie, Dtd))).Illisible, StringComparison.Ordinal);
    }

    [Fact]
    public void Dix_mille_colonnes_sont_refusees()
    {
        Assert.Contains("500 colonnes", Fichiers.Lire(Fichiers.Classeur(Fichiers.Rangee(1, [.. Enumerable.Range(0, 10_000).Select(i => $"c{i}")]))).Illisible, StringComparison.Ordinal);
        Assert.Contains("500 colonnes", Fichiers.Lire(Fichiers.Classeur(Fichiers.Rangee(1, "a") + "<row r=\"2\"><c r=\"ZZZ2\"><v>1</v></c></row>")).Illisible, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<sst><si><t>", " ", "1 Mo")]
    [InlineData("<sst><si><t x=\"", "a", "plusieurs mégaoctets")]
    [InlineData("<sst><si><t><![CDATA[", "<", "100 fois")]
    [InlineData("<sst>", "<si/>", "256 Mo")]
    public void Une_bombe_est_refusee_sans_etre_depliee(string debut, string motif, string phrase)
    {
        using var memoire = new MemoryStream();
        using (var zip = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var source = new ZipArchive(new MemoryStream(Fichiers.Classeur(Fichiers.Rangee(1, "a")))))
            {
                foreach (var entree in source.Entries.Where(e => e.FullName != "xl/sharedStrings.xml"))
                {
                    using var vers = zip.CreateEntry(entree.FullName).Open();
                    using var de = entree.Open();
                    de.CopyTo(vers);
                }
            }

            using var bombe = zip.CreateEntry("xl/sharedStrings.xml").Open();
            bombe.Write(Encoding.ASCII.GetBytes(debut));
            var bloc = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(motif, (1 << 20) / motif.Length)));
            for (var i = 0; i < 300; i++)
            {
                bombe.Write(bloc);
            }
        }

        var avant = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(phrase, Fichiers.Lire(memoire.ToArray()).Illisible, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 120_000_000);
    }

    [Fact]
    public void Un_gzip_qui_enfle_est_refuse()
    {
        var memoire = new MemoryStream();
        using (var gzip = new GZipStream(memoire, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var bloc = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            for (var i = 0; i < 100; i++)
            {
                gzip.Write(bloc);
            }
        }

        memoire.Position = 0;
        var e = Assert.Throws<FaireAvec.Cartographie.Import.FichierIllisibleException>(() => Ouverture.DeplierAsync(memoire, CancellationToken.None).GetAwaiter().GetResult());
        Assert.Contains("300 fois", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Des_fusions_qui_se_recouvrent_par_milliers_sont_refusees()
    {
        var fusions = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:XFD1048576\"/>", 5_000));
        Assert.Contains("recouvrent", Fichiers.Lire(Fichiers.Classeur(Fichiers.Feuille(Fichiers.Rangee(1, "a") + Fichiers.Rangee(2, "1"), $"<mergeCells>{fusions}</mergeCells>"))).Illisible, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_archive_ou_un_autre_classeur_sont_nommes()
    {
        Assert.Contains("archive ZIP", Fichiers.Lire(Fichiers.Archive(("lieux.csv", "id\n1\n"))).Illisible, StringComparison.Ordinal);
        Assert.Contains("ODS", Fichiers.Lire(Fichiers.Archive(("mimetype", "x"), ("content.xml", "<a/>"))).Illisible, StringComparison.Ordinal);
        Assert.Contains("vide", Fichiers.Lire(Fichiers.Classeur("")).Illisible, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_classeur_coupe_n_importe_ou_est_refuse()
    {
        var octets = Fichiers.Classeur(Fichiers.Rangee(1, "a") + Fichiers.Rangee(2, "1"), ("xl/sharedStrings.xml", Textes), ("xl/styles.xml", Styles));
        for (var fin = 4; fin < octets.Length; fin += 7)
        {
            Assert.NotNull(Fichiers.Lire(octets[..fin]).Illisible);
        }
    }

    [Fact]
    public void Les_reglages_de_la_machine_ne_changent_rien()
    {
        var avant = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(["2023-03-15"], Fichiers.Lire(Fichiers.Classeur(Fichiers.Rangee(1, "a") + "<row r=\"2\"><c s=\"2\"><v>45000</v></c></row>", ("xl/styles.xml", Styles))).Colonne("a"));
        }
        finally
        {
            CultureInfo.CurrentCulture = avant;
        }
    }
}
