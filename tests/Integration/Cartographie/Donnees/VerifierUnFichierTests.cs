using System.IO.Compression;
using System.Net;
using System.Text;
using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Cartographie.Donnees;

/// <summary>A producer checks its file, without account; nothing is kept.</summary>
[Collection(Gestionnaires.Nom)]
public class VerifierUnFichierTests(SiteDesGestionnaires site, SiteFerme ferme)
{
    [Fact]
    public async Task La_page_est_ouverte_a_tous_meme_hors_de_la_demonstration() => AssertPage.H1(await ferme.Client.LirePageAsync(LiensDonnees.Verifier), "Vérifier un fichier de lieux");

    [Fact]
    public async Task Les_defauts_sont_groupes_par_regle_avec_leurs_lignes_et_rien_n_est_garde()
    {
        var avant = await site.AvecBaseAsync(db => db.Set<ImportDeLieux>().CountAsync());
        var fichier = Encoding.UTF8.GetString(SiteDesGestionnaires.Fichier("verif", "Un", "Deux", "Trois", "Quatre")).Replace(",42000,", ",4200,", StringComparison.Ordinal);
        using var reponse = await site.DeposerAsync(LiensDonnees.Verifier, "lieux.csv", Encoding.UTF8.GetBytes(fichier));
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.True(reponse.Headers.CacheControl?.NoStore);
        var page = await reponse.LirePageAsync();
        AssertPage.H1(page, "Résultat de la vérification");
        AssertPage.Dit(page, "4 lignes lues, 0 sans défaut bloquant.");
        AssertPage.Dit(page, "2 à 5");
        Assert.Contains(page.QuerySelectorAll("summary"), s => AssertPage.Texte(s) == "Code postal (code_postal) : 4 défauts. Un code postal a cinq chiffres.");
        AssertPage.Dit(page, "4200");
        Assert.Equal(avant, await site.AvecBaseAsync(db => db.Set<ImportDeLieux>().CountAsync()));
    }

    /// <summary>Town halls write their lists with LibreOffice.</summary>
    [Fact]
    public async Task Un_classeur_de_LibreOffice_se_choisit_et_se_lit()
    {
        var page = await ferme.Client.LirePageAsync(LiensDonnees.Verifier);
        Assert.Contains(".ods", page.QuerySelector("input[type=file]")!.GetAttribute("accept"), StringComparison.Ordinal);
        AssertPage.Dit(page, "LibreOffice");
        using var reponse = await site.DeposerAsync(LiensDonnees.Verifier, "lieux.ods", Ods(Encoding.UTF8.GetString(SiteDesGestionnaires.Fichier("verif", "Un", "Deux"))));
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "2 lignes lues");
    }

    private static byte[] Ods(string csv)
    {
        var rangees = csv.TrimEnd('\n').Split('\n').Select(l => $"<table:table-row>{string.Concat(l.Split(',').Select(c => $"<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>"))}</table:table-row>");
        using var memoire = new MemoryStream();
        using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, texte) in ((string, string)[])
            [
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", $"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Feuille1\">{string.Concat(rangees)}</table:table></office:spreadsheet></office:body></office:document-content>"),
            ])
            {
                using var entree = new StreamWriter(archive.CreateEntry(nom).Open());
                entree.Write(texte);
            }
        }

        return memoire.ToArray();
    }

    [Fact]
    public async Task Le_formulaire_de_la_page_suffit_a_envoyer_un_fichier()
    {
        // With the token that a browser would find there, and no other.
        var page = await ferme.Client.LirePageAsync(LiensDonnees.Verifier);
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(SiteDesGestionnaires.Fichier("verif", "Un")), "Fichier", "lieux.csv" },
        };
        using var reponse = await ferme.Client.PostAsync(LiensDonnees.Verifier, contenu);
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><html></html>")]
    [InlineData("PK\u0003\u0004pas un classeur")]
    public async Task Un_fichier_illisible_se_dit(string contenu)
    {
        using var reponse = await site.DeposerAsync(LiensDonnees.Verifier, "x.csv", Encoding.UTF8.GetBytes(contenu));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Single((await reponse.LirePageAsync()).QuerySelectorAll(".govuk-error-summary__list li"));
    }

    [Fact]
    public async Task Les_defauts_se_telechargent_tous_sans_que_rien_soit_garde()
    {
        var noms = Enumerable.Range(1, 40).Select(i => $"Lieu {i}").ToArray();
        var fichier = Encoding.UTF8.GetString(SiteDesGestionnaires.Fichier("verif", noms)).Replace(",42000,", ",=4200,", StringComparison.Ordinal);
        using var reponse = await site.DeposerAsync(LiensDonnees.Verifier, "lieux.csv", Encoding.UTF8.GetBytes(fichier));
        var page = await reponse.LirePageAsync();
        var formulaire = Assert.Single(page.QuerySelectorAll($"form[action='{LiensDonnees.DefautsEnCsv}']"));
        Assert.Equal("Télécharger les défauts (CSV)", AssertPage.Texte(formulaire.QuerySelector("button")!));
        Assert.NotNull(formulaire.QuerySelector("input[name=__RequestVerificationToken]"));
        using var csv = await site.PosterAsync(LiensDonnees.DefautsEnCsv, ("scelle", formulaire.QuerySelector("input[name=scelle]")!.GetAttribute("value")!));
        await AssertPage.StatutAsync(HttpStatusCode.OK, csv);
        Assert.True(csv.Headers.CacheControl?.NoStore);
        Assert.Equal(("text/csv", "defauts.csv"), (csv.Content.Headers.ContentType?.MediaType, csv.Content.Headers.ContentDisposition?.FileName));
        var lignes = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\"ligne\",\"id\",\"colonne\",\"valeur\",\"regle\",\"niveau\",\"message\",\"suggestion\"", lignes[0]);

        // All rows, where the page groups them; a formula is made harmless.
        Assert.Equal(40, lignes.Count(l => l.Contains("\"code_postal\",\"'=4200\"", StringComparison.Ordinal) && l.EndsWith('"')));
        Assert.StartsWith("\"2\",\"verif_1\",", lignes.First(l => l.Contains("code_postal", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_defaut_il_n_y_a_rien_a_telecharger()
    {
        using var modele = await site.Client.GetAsync(LiensDonnees.Modele("csv"));
        using var verifie = await site.DeposerAsync(LiensDonnees.Verifier, "modele.csv", await modele.Content.ReadAsByteArrayAsync());
        Assert.Empty((await verifie.LirePageAsync()).QuerySelectorAll("input[name=scelle]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas du base64 !")]
    [InlineData("cGFzIMOgIG5vdXM=")]
    public async Task Un_resultat_change_ou_perime_se_dit(string scelle)
    {
        using var reponse = await site.PosterAsync(LiensDonnees.DefautsEnCsv, ("scelle", scelle));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Erreurs(await reponse.LirePageAsync(), "Ce résultat ne peut plus être lu. Envoyez le fichier à nouveau.");
    }

    [Fact]
    public async Task Le_formulaire_porte_son_jeton() => Assert.NotNull((await site.PageAsync(LiensDonnees.Verifier)).QuerySelector("form[enctype] input[name=__RequestVerificationToken]"));

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Les_modeles_se_telechargent_et_passent_la_verification(string format, string type)
    {
        using var modele = await site.Client.GetAsync(LiensDonnees.Modele(format));
        await AssertPage.StatutAsync(HttpStatusCode.OK, modele);
        Assert.Equal(type, modele.Content.Headers.ContentType?.MediaType);
        using var verifie = await site.DeposerAsync(LiensDonnees.Verifier, $"modele.{format}", await modele.Content.ReadAsByteArrayAsync());
        AssertPage.Dit(await verifie.LirePageAsync(), "1 ligne lue, 1 sans défaut bloquant.");
    }

    [Fact]
    public async Task Une_page_en_francais_le_dit_a_qui_a_choisi_l_anglais()
    {
        using var client = await site.ClientDeAsync(Role.GestionnaireDonnees);
        using var choix = await client.GetAsync("/langue?vers=en&retour=/");
        var page = await client.LirePageAsync(LiensDonnees.Aujourdhui);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Null(page.QuerySelector(".fa-langue"));
        Assert.Contains(page.QuerySelectorAll(".fa-pied a"), lien => AssertPage.Texte(lien) == "Accessibilité");
    }

    [Fact]
    public async Task Un_modele_d_un_autre_format_n_est_pas_trouve()
    {
        using var reponse = await site.Client.GetAsync(LiensDonnees.Modele("odt"));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
    }
}
