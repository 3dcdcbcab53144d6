using System.Net;
using System.Text;
using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
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

    [Theory]
    [InlineData(LiensDonnees.Verifier)]
    [InlineData(LiensDonnees.Aujourdhui)]
    public async Task Une_page_en_francais_le_dit_a_qui_a_choisi_l_anglais(string adresse)
    {
        using var client = site.NouveauClient();
        using var choix = await client.GetAsync("/langue?vers=en&retour=/");
        var page = await client.LirePageAsync(adresse);
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
