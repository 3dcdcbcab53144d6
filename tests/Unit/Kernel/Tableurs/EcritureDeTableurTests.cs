using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FaireAvec.Kernel.Fichiers.Tableurs;

namespace FaireAvec.Tests.Unit.Kernel.Tableurs;

/// <summary>Files for spreadsheets, opened again: what went in comes out, nothing is run, and half a file isn't taken for a whole one.</summary>
public sealed class EcritureDeTableurTests
{
    private static readonly XNamespace Feuille = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Paragraphe = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static readonly CelluleDeTableur[][] Lignes =
    [
        [CelluleDeTableur.De("Atelier « é » <b> & \"fin\""), CelluleDeTableur.De(12), CelluleDeTableur.Part(0.125), CelluleDeTableur.De(new DateOnly(2026, 2, 28)), CelluleDeTableur.Vide],
        [CelluleDeTableur.De("=1+1"), CelluleDeTableur.De(-3.5), CelluleDeTableur.Vide, CelluleDeTableur.De("deux\nlignes  et 🙂"), CelluleDeTableur.De("\u0001caché\ud800")],
    ];

    [Fact]
    public async Task Un_classeur_se_rouvre_avec_ses_feuilles_ses_textes_ses_nombres_et_ses_jours()
    {
        using var archive = Archive(await EcrireAsync("xlsx"));
        var noms = XDocument.Load(archive.GetEntry("xl/workbook.xml")!.Open()).Descendants(Feuille + "sheet").Select(s => s.Attribute("name")!.Value);
        Assert.Equal(["Mes chiffres", "Mes chiffres (2)"], noms);
        var lignes = XDocument.Load(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants(Feuille + "row").Select(r => r.Elements(Feuille + "c").Select(c => c.Value).ToArray()).ToArray();
        Assert.Equal(["a", "b", "c", "d", "e"], lignes[0]);
        Assert.Equal(["Atelier « é » <b> & \"fin\"", "12", "0.125", "46081", ""], lignes[1]);
        Assert.Equal(["=1+1", "-3.5", "", "deux\nlignes  et 🙂", "caché"], lignes[2]);
        // A text stays a text: nothing is a formula.
        Assert.Empty(XDocument.Load(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants(Feuille + "f"));
        foreach (var partie in (string[])["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
        {
            Assert.NotNull(XDocument.Load(archive.GetEntry(partie)!.Open()).Root);
        }
    }

    [Fact]
    public async Task Un_tableur_ouvert_se_rouvre_de_meme_et_dit_sa_nature_en_premier()
    {
        var octets = await EcrireAsync("ods");
        using var archive = Archive(octets);
        Assert.Equal("mimetype", archive.Entries[0].FullName);
        using (var nature = new StreamReader(archive.Entries[0].Open()))
        {
            Assert.Equal("application/vnd.oasis.opendocument.spreadsheet", nature.ReadToEnd());
        }

        var contenu = XDocument.Load(archive.GetEntry("content.xml")!.Open());
        Assert.Equal(["Mes chiffres", "Mes chiffres (2)"], contenu.Descendants(Table + "table").Select(t => t.Attribute(Table + "name")!.Value));
        var cellules = contenu.Descendants(Table + "table").First().Descendants(Table + "table-row").Skip(1).Select(r => r.Elements(Table + "table-cell").Select(Lire).ToArray()).ToArray();
        Assert.Equal(["Atelier « é » <b> & \"fin\"", "12", "0.125", "2026-02-28", ""], cellules[0]);
        Assert.Equal(["=1+1", "-3.5", "", "deux\nlignes  et 🙂", "caché"], cellules[1]);
        Assert.Empty(contenu.Descendants().Attributes(Table + "formula"));

        static string Lire(XElement c) => c.Attribute(Office + "value")?.Value ?? c.Attribute(Office + "date-value")?.Value
            ?? string.Join('\n', c.Elements(Paragraphe + "p").Select(p => string.Concat(p.Nodes().Select(n => n is XText t ? t.Value : new string(' ', int.Parse(((XElement)n).Attribute(Paragraphe + "c")!.Value, CultureInfo.InvariantCulture))))));
    }

    [Fact]
    public async Task En_csv_un_texte_qui_serait_lance_ne_l_est_pas()
    {
        var texte = Encoding.UTF8.GetString(await EcrireAsync("csv"));
        Assert.StartsWith("\uFEFFMes chiffres\r\na;b;c;d;e\r\n\"Atelier « é » <b> & \"\"fin\"\"\";12;0,125;2026-02-28;\r\n'=1+1;-3,5;;\"deux\nlignes  et 🙂\";", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public async Task Un_fichier_arrete_en_chemin_ne_s_ouvre_pas(string format)
    {
        using var memoire = new MemoryStream();
        await using (var ecriture = await EcritureDeTableur.CommencerAsync(format, new SansAttendre(memoire), TestContext.Current.CancellationToken))
        {
            await ecriture.FeuilleAsync("Actes", ["a"], TestContext.Current.CancellationToken);
            for (var i = 0; i < 5_000; i++)
            {
                await ecriture.LigneAsync([CelluleDeTableur.De($"ligne {i}")], TestContext.Current.CancellationToken);
            }
        }

        Assert.Throws<InvalidDataException>(() => Archive(memoire.ToArray()));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public async Task Cent_mille_lignes_ne_restent_pas_en_memoire(string format)
    {
        var compte = new Compteur();
        await using var ecriture = await EcritureDeTableur.CommencerAsync(format, new SansAttendre(compte), TestContext.Current.CancellationToken);
        await ecriture.FeuilleAsync("Actes", ["a", "b"], TestContext.Current.CancellationToken);
        var avant = 0L;
        for (var i = 0; i < 100_000; i++)
        {
            await ecriture.LigneAsync([CelluleDeTableur.De($"ligne {i} {HashCode.Combine(i)}"), CelluleDeTableur.De(i)], TestContext.Current.CancellationToken);
            avant = i == 50_000 ? compte.Ecrits : avant;
        }

        // Half of the lines in, about half of the file is out.
        await ecriture.FinirAsync(TestContext.Current.CancellationToken);
        Assert.InRange(avant / (double)compte.Ecrits, 0.4, 0.6);
    }

    [Theory]
    [InlineData("[a]:b*c?d/e\\f'", "a  b c d e f")]
    [InlineData("", "Feuille")]
    [InlineData("Un nom de feuille beaucoup trop long pour un tableur", "Un nom de feuille beaucoup trop")]
    public async Task Un_nom_de_feuille_convient_a_tous(string voulu, string attendu)
    {
        using var memoire = new MemoryStream();
        var ecriture = await EcritureDeTableur.CommencerAsync("xlsx", memoire, TestContext.Current.CancellationToken);
        await ecriture.FeuilleAsync(voulu, ["a"], TestContext.Current.CancellationToken);
        await ecriture.FinirAsync(TestContext.Current.CancellationToken);
        using var archive = Archive(memoire.ToArray());
        Assert.Equal(attendu, XDocument.Load(archive.GetEntry("xl/workbook.xml")!.Open()).Descendants(Feuille + "sheet").Single().Attribute("name")!.Value);
    }

    [Fact]
    public async Task Un_texte_trop_long_pour_une_cellule_est_coupe()
    {
        using var memoire = new MemoryStream();
        var ecriture = await EcritureDeTableur.CommencerAsync("xlsx", memoire, TestContext.Current.CancellationToken);
        await ecriture.FeuilleAsync("a", ["a"], TestContext.Current.CancellationToken);
        await ecriture.LigneAsync([CelluleDeTableur.De(new string('é', 40_000))], TestContext.Current.CancellationToken);
        await ecriture.FinirAsync(TestContext.Current.CancellationToken);
        using var archive = Archive(memoire.ToArray());
        Assert.Equal(EcritureDeTableur.TexteMax, XDocument.Load(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants(Feuille + "row").Last().Value.Length);
    }

    private static async Task<byte[]> EcrireAsync(string format)
    {
        using var memoire = new MemoryStream();
        await using var ecriture = await EcritureDeTableur.CommencerAsync(format, new SansAttendre(memoire), TestContext.Current.CancellationToken);
        for (var feuille = 0; feuille < 2; feuille++)
        {
            await ecriture.FeuilleAsync("Mes chiffres", ["a", "b", "c", "d", "e"], TestContext.Current.CancellationToken);
            foreach (var ligne in Lignes)
            {
                await ecriture.LigneAsync(ligne, TestContext.Current.CancellationToken);
            }
        }

        await ecriture.FinirAsync(TestContext.Current.CancellationToken);
        return memoire.ToArray();
    }

    private static ZipArchive Archive(byte[] octets) => new(new MemoryStream(octets), ZipArchiveMode.Read);

    /// <summary>The stream of a web answer: only forward, and never written without letting others work.</summary>
    private sealed class SansAttendre(Stream dessous) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task FlushAsync(CancellationToken cancellationToken) => dessous.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => dessous.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => dessous.WriteAsync(buffer, cancellationToken);
    }

    private sealed class Compteur : Stream
    {
        public long Ecrits { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Ecrits;
        public override long Position { get => Ecrits; set => throw new NotSupportedException(); }

        public override void Flush()
        {
            // Nothing is kept.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Ecrits += count;
    }
}
