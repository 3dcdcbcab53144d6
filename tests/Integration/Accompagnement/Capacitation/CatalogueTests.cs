using System.Net;
using System.Text.Json;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>The public list of savoir-faire: everybody reads it, nothing in it is found by another address.</summary>
[Collection(CollectionDeCapacitation.Nom)]
public sealed class CatalogueTests(SiteDeCapacitation site)
{
    [Fact]
    public async Task Tout_le_monde_lit_les_soixante_savoir_faire()
    {
        var page = await site.Client.LirePageAsync("/savoir-faire");
        AssertPage.H1(page, "Soixante savoir-faire de tous les jours");
        Assert.Equal(60, page.QuerySelectorAll(".fa-savoir-faire > li").Length);
        AssertPage.Dit(page, "Télécharger une attestation et la retrouver");
        AssertPage.Dit(page, "Je sais l’expliquer");
        AssertPage.Dit(page, "Ce n’est pas un référentiel officiel");
    }

    [Fact]
    public async Task On_cherche_par_un_mot_et_par_un_domaine()
    {
        Assert.Single((await site.Client.LirePageAsync("/savoir-faire?q=ATTESTATION")).QuerySelectorAll(".fa-savoir-faire > li"));
        Assert.Equal(12, (await site.Client.LirePageAsync("/savoir-faire?domaine=communication")).QuerySelectorAll(".fa-savoir-faire > li").Length);
        var vide = await site.Client.LirePageAsync("/savoir-faire?q=astronomie");
        AssertPage.Dit(vide, "Aucun savoir-faire ne répond à ces mots");
        Assert.Empty(vide.QuerySelectorAll(".fa-savoir-faire"));
    }

    [Theory]
    [InlineData("/savoir-faire?domaine=cuisine")]
    [InlineData("/savoir-faire?q=a&q=b")]
    [InlineData("/savoir-faire?q=%00")]
    public async Task Une_recherche_qui_ne_se_lit_pas_est_refusee_en_clair(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.NotEmpty((await reponse.LirePageAsync()).QuerySelectorAll(".govuk-error-summary__list li"));
    }

    [Fact]
    public async Task Ce_qui_n_existe_pas_n_est_pas_la() => Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetStatutAsync("/savoir-faire/I06")).Statut);

    [Fact]
    public async Task La_liste_est_en_anglais_aussi()
    {
        using var client = site.NouveauClient();
        client.DefaultRequestHeaders.Add("Cookie", "fa-langue=en");
        var page = await client.LirePageAsync("/savoir-faire");
        AssertPage.H1(page, "Sixty everyday digital skills");
        AssertPage.Dit(page, "Download a certificate and find it again");
    }

    [Fact]
    public async Task Elle_se_telecharge_en_json_et_en_csv()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/savoir-faire"));
        Assert.Equal(60, json.RootElement.GetProperty("savoir_faire").GetArrayLength());
        Assert.Equal("Licence Ouverte 2.0", json.RootElement.GetProperty("licence").GetString());
        Assert.Contains("Proposition du projet FaireAvec", json.RootElement.GetProperty("mention").GetString(), StringComparison.Ordinal);
        var csv = (await site.Client.GetStringAsync("/api/v1/savoir-faire.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(61, csv.Length);
        Assert.Contains(csv, l => l.StartsWith("I06;information;Télécharger une attestation et la retrouver;", StringComparison.Ordinal));
    }
}
