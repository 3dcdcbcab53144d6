using FaireAvec.Cartographie.Lecture;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Tests.Unit.Cartographie.Lecture;

/// <summary>Workbooks of the OpenDocument format, and files read without header for the modules that ask.</summary>
public class LectureOdsTests
{
    [Fact]
    public void Les_valeurs_se_lisent_comme_une_personne_les_voit()
    {
        var lue = Fichiers.Lire(Ods(
            Rangee(Texte("Date"), Texte("Durée"), Texte("Code"), Texte("Note")),
            Rangee(
                "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-03-03\"><text:p>03/03/25</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"time\" office:time-value=\"PT01H30M00S\"><text:p>01:30</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"float\" office:value=\"1000\"><text:p>01000</text:p></table:table-cell>",
                "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"><office:annotation><text:p>Un commentaire</text:p></office:annotation><text:p>2</text:p></table:table-cell>")));
        Assert.Null(lue.Illisible);
        Assert.Equal(FormatDeFichier.Ods, lue.Format);
        var ligne = Assert.Single(lue.Lignes);
        Assert.Equal(("2025-03-03", "01:30", "01000", "2"), (ligne["Date"], ligne["Durée"], ligne["Code"], ligne["Note"]));
        Assert.Equal(2, ligne.Numero);
    }

    [Fact]
    public void Les_cellules_et_les_lignes_repetees_se_comptent_sans_se_multiplier()
    {
        var vides = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        var lue = Fichiers.Lire(Ods(
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>", Rangee(Texte("a"), Texte("b")),
            $"<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/>{Texte("x")}<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>", vides, Rangee(Texte("fin"))));
        Assert.Null(lue.Illisible);
        Assert.Equal([5L, 6L, 1_048_007L], lue.Lignes.Select(l => l.Numero));
        Assert.Equal("x", lue.Lignes[0]["b"]);
    }

    [Theory]
    [InlineData("<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>", "répète")]
    [InlineData("<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>", "500 colonnes")]
    [InlineData("", "vide")]
    [InlineData("<table:table-row>", "abîmé")]
    public void Un_classeur_piege_ou_coupe_est_refuse(string rangees, string phrase) => Assert.Contains(phrase, Fichiers.Lire(Ods(rangees)).Illisible, StringComparison.Ordinal);

    [Fact]
    public void Sans_entete_chaque_ligne_vient_avec_son_numero()
    {
        using var tableau = new Tableaux().Ouvrir(new MemoryStream("\uFEFFTitre\r\n\r\na;b;c\r\n1;;=2+2\r\n"u8.ToArray()));
        var lignes = tableau.Lignes().ToList();
        Assert.Equal("csv", tableau.Format);
        Assert.Equal([1L, 3L, 4L], lignes.Select(l => l.Numero));
        Assert.Equal(["1", null, "=2+2"], lignes[2].Cellules);
        // Commas in the cells don't outweigh the semicolons between them.
        using var virgules = new Tableaux().Ouvrir(new MemoryStream("Export du lundi, pour moi, à relire\r\na;b\r\n1;x, y, z\r\n2;x, y\r\n3;\"u; v, w\"\r\n"u8.ToArray()));
        Assert.Equal(["3", "u; v, w"], virgules.Lignes().Last().Cellules);
        Assert.Throws<TableauIllisibleException>(() => new Tableaux().Ouvrir(new MemoryStream("[{\"a\":1}]"u8.ToArray())));
        Assert.Throws<TableauIllisibleException>(() => new Tableaux().Ouvrir(new MemoryStream()));
    }

    private static string Texte(string valeur) => $"<table:table-cell office:value-type=\"string\"><text:p>{valeur}</text:p></table:table-cell>";

    private static string Rangee(params string[] cellules) => $"<table:table-row>{string.Concat(cellules)}</table:table-row>";

    private static byte[] Ods(params string[] rangees) => Fichiers.Archive(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", $"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Feuille1\">{string.Concat(rangees)}</table:table></office:spreadsheet></office:body></office:document-content>"));
}
