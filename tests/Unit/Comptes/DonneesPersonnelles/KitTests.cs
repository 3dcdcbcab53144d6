using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Tests.Unit.Comptes.DonneesPersonnelles;

/// <summary>The documents of the kit: filled, and well formed in each format.</summary>
public sealed class KitTests
{
    private static readonly IConfiguration Configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Donnees:Livrees", Depot.Chemin("data"))]).Build();
    private static readonly DocumentsDuKit Documents = new(new RegistreDesTraitements(Configuration), Configuration);

    // A name that would be markup anywhere.
    private static readonly Dictionary<string, string> Valeurs = new(StringComparer.Ordinal) { ["organisation"] = "Asso <b>& Cie</b> | ** # {{jour}}", ["numero"] = "SIRET 35600000000048", ["jour"] = "18 novembre 2026", ["contact"] = "l’accueil" };

    public static TheoryData<string> Cles() => new(DocumentsDuKit.Cles);

    [Theory]
    [MemberData(nameof(Cles))]
    public void Un_document_est_rempli_et_rien_ne_reste_a_remplir(string cle)
    {
        var blocs = Documents.Lire(cle, Valeurs);
        Assert.Equal(TypeDeBloc.Titre, blocs[0].Type);
        Assert.True(blocs.Count > 5);
        var texte = Encoding.UTF8.GetString(DocumentsDuKit.EnTexte(blocs));
        Assert.DoesNotContain("{{organisation}}", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("{{numero}}", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("{{contact}}", texte, StringComparison.Ordinal);
        Assert.Contains("Asso <b>& Cie</b>", texte, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cles))]
    public void La_page_est_bien_formee_et_le_nom_n_est_pas_du_html(string cle)
    {
        var html = Encoding.UTF8.GetString(DocumentsDuKit.EnHtml(Documents.Lire(cle, Valeurs), DocumentsDuKit.EnGrand(cle)));
        Assert.StartsWith("<!doctype html>\n", html, StringComparison.Ordinal);
        var racine = XElement.Parse(html[html.IndexOf('\n', StringComparison.Ordinal)..]);
        Assert.Equal("fr", racine.Attribute("lang")!.Value);
        Assert.Single(racine.Descendants("h1"));
        Assert.Empty(racine.Descendants("b"));
        Assert.All(racine.Descendants("li"), li => Assert.Equal("ul", li.Parent!.Name.LocalName));
        Assert.All(racine.Descendants("tr"), tr => Assert.NotEmpty(tr.Elements()));
    }

    [Theory]
    [MemberData(nameof(Cles))]
    public void Le_texte_a_modifier_est_un_opendocument(string cle)
    {
        var octets = DocumentsDuKit.EnOdt(Documents.Lire(cle, Valeurs), DocumentsDuKit.EnGrand(cle));
        // The type is readable in the first bytes, as file managers look for it: header of 30 bytes, name of 8, then the words.
        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.text", Encoding.ASCII.GetString(octets, 30, 47));
        using var archive = new ZipArchive(new MemoryStream(octets));
        Assert.Equal(["mimetype", "META-INF/manifest.xml", "content.xml"], archive.Entries.Select(e => e.FullName));
        using var flux = archive.GetEntry("content.xml")!.Open();
        var contenu = XElement.Load(flux);
        XNamespace texte = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        Assert.NotEmpty(contenu.Descendants(texte + "h"));
        Assert.All(contenu.Descendants(texte + "list-item"), i => Assert.Equal(texte + "list", i.Parent!.Name));
        using var manifeste = archive.GetEntry("META-INF/manifest.xml")!.Open();
        Assert.NotNull(XElement.Load(manifeste));
    }

    [Fact]
    public void Un_petit_markdown_se_lit()
    {
        var blocs = DocumentDuKit.Lire("# T\n\n## S\n### I\nUn **gras** mot\n- a\n- b\n- [ ] c\n| x | y |\n| --- | --- |\n| 1 | |\n", Valeurs);
        Assert.Equal([TypeDeBloc.Titre, TypeDeBloc.SousTitre, TypeDeBloc.Intertitre, TypeDeBloc.Paragraphe, TypeDeBloc.Puce, TypeDeBloc.Puce, TypeDeBloc.Case, TypeDeBloc.Tableau], blocs.Select(b => b.Type));
        Assert.Equal([new Morceau("Un ", false), new Morceau("gras", true), new Morceau(" mot", false)], blocs[3].Morceaux);
        Assert.Equal(2, blocs[7].Lignes!.Count);
    }
}
