using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>What pages say of the data and of themselves: the same thing from one page to the next, and no more than what is known.</summary>
public sealed partial class CeQueDisentLesPagesTests(ApplicationAvecDonnees application) : IClassFixture<ApplicationAvecDonnees>
{
    private const string SaintEtienne = "/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne";

    [Fact]
    public async Task La_licence_des_lieux_est_dite_de_meme_partout()
    {
        var id = await new LieuDeTest().Nomme("Sous licence").CreerAsync(application);
        foreach (var adresse in (string[])["/publications", "/donnees-ouvertes", "/mentions-legales", $"/lieux/sous-licence-{id}", $"/lieux/sous-licence-{id}/imprimer"])
        {
            var texte = AssertPage.Texte((await application.Client.LirePageAsync(adresse)).Body!);
            Assert.Matches("le plus souvent (sous )?(la )?Licence Ouverte 2\\.0", texte);
        }

        using var openapi = JsonDocument.Parse(await application.Client.GetStringAsync("/openapi/v1.json"));
        Assert.Contains("le plus souvent la Licence Ouverte 2.0", openapi.RootElement.GetProperty("info").GetProperty("license").GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_annees_des_dates_sont_celles_des_lieux_et_les_sources_ont_un_nom()
    {
        var index = application.Services.GetRequiredService<CatalogueLieux>().Index;
        var aujourdhui = DateOnly.FromDateTime(application.Horloge.Instant.UtcDateTime);
        var annees = index.Lieux.Select(l => DateDeMiseAJour.Croyable(l.DateMaj, aujourdhui)?.Year).OfType<int>().ToList();
        Assert.True(annees.Min() < 2020);
        var page = await application.Client.LirePageAsync("/donnees-ouvertes");
        AssertPage.Dit(page, $"Les dates connues vont de {annees.Min()} à {annees.Max()}.");
        var sources = page.QuerySelectorAll("#sources ~ * tbody th").Select(AssertPage.Texte).ToList();
        Assert.Contains(sources, s => s.StartsWith("Mednum Antilles", StringComparison.Ordinal));
        Assert.DoesNotContain(sources, s => s.StartsWith("hub-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/donnees-ouvertes")]
    [InlineData("/territoires")]
    [InlineData("/lieux?page=100")]
    [InlineData("/lieux/sous-licence-france-services_1836/signaler")]
    public async Task Les_milliers_sont_separes(string adresse)
    {
        using var reponse = await application.Client.GetAsync(adresse);
        var page = await (await application.Client.GetAsync(reponse.Headers.Location ?? new Uri(adresse, UriKind.Relative))).LirePageAsync();
        var colles = Colles().Matches(AssertPage.Texte(page.QuerySelector("main")!)).Select(m => m.Value).ToList();
        Assert.Empty(colles);
    }

    [Fact]
    public async Task Sans_coordonnees_personne_n_est_invite_a_choisir_entre_elles()
    {
        var page = await application.Client.LirePageAsync("/contact");
        AssertPage.Dit(page, "Coordonnées non renseignées");
        AssertPage.Dit(page, "Le plus simple est de venir");
        Assert.DoesNotContain("choisissez", AssertPage.Texte(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a.fa-bouton[href='/']"));
    }

    [Theory]
    [InlineData("fr", "{0}\u00a0: Le Beau Lieu")]
    [InlineData("en", "{0}: Le Beau Lieu")]
    public async Task Le_lien_qui_signale_est_cite_sous_son_nom_et_le_titre_est_ponctue_dans_sa_langue(string langue, string titre)
    {
        var id = await new LieuDeTest().Nomme("Le Beau Lieu").CreerAsync(application);
        using var client = application.NouveauClient();
        using var choix = await client.GetAsync($"/langue?vers={langue}&retour=%2F");
        var lien = AssertPage.Texte((await client.LirePageAsync($"/lieux/le-beau-lieu-{id}")).QuerySelector("a[href$='/signaler']")!);
        Assert.Contains(lien, AssertPage.Texte((await client.LirePageAsync("/contact")).QuerySelector("main")!), StringComparison.Ordinal);
        AssertPage.Titre(await client.LirePageAsync($"/lieux/le-beau-lieu-{id}/signaler"), string.Format(System.Globalization.CultureInfo.InvariantCulture, titre, lien));
    }

    [Fact]
    public async Task Les_choix_disent_de_quoi_ils_parlent()
    {
        var page = await application.Client.LirePageAsync(SaintEtienne);
        var groupes = page.QuerySelectorAll(".fa-tous-les-choix fieldset").ToDictionary(g => AssertPage.Texte(g.QuerySelector("legend")!), g => g.QuerySelectorAll(".fa-puce").Select(AssertPage.Texte).ToList(), StringComparer.Ordinal);
        Assert.Contains("Pour qui ?", groupes.Keys);
        Assert.Contains("Handicap, langue, lecture", groupes.Keys);
        // « Gratuit » is in the quick row: what is left of the prices says of what it speaks.
        Assert.All(groupes.Where(g => g.Value.Count == 1), g => Assert.DoesNotMatch("^Non renseigné", g.Value[0]));
    }

    [Fact]
    public async Task Le_plan_du_site_mene_a_toutes_les_pages_ouvertes_a_tous()
    {
        var plan = (await application.Client.LirePageAsync("/plan-du-site")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "/", "/lieux", "/territoires", "/publications", "/integrer", "/verifier-un-fichier", "/charge-transferee", "/contact", "/donnees-ouvertes", "/comprendre", "/s-entrainer", "/facile-a-lire", "/vie-privee", "/accessibilite", "/mentions-legales" }, plan);
        foreach (var adresse in plan)
        {
            using var reponse = await application.Client.GetAsync(adresse);
            Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        }
    }

    // A number of places, of people or of letters; years and codes aren't.
    [GeneratedRegex(@"\b[0-9]{4,}\b(?= (lieux|autres|caractères|habitants|lieu|communes)\b)|(?<=\b(sur|à|dont) )[0-9]{5,}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colles();
}

/// <summary>What an administrator's first page leads to.</summary>
public sealed class EspaceDeLAdministrateurTests(EspaceDeLAdministrateurTests.Site site) : IClassFixture<EspaceDeLAdministrateurTests.Site>
{
    public sealed class Site() : ApplicationDeTest(new ReglagesDeTest { Connecte = Role.AdministrateurNational });

    [Fact]
    public async Task Les_signalements_s_atteignent_de_son_espace()
    {
        Assert.NotNull((await site.Client.LirePageAsync("/espace")).QuerySelector("main a[href='/signalements']"));
        AssertPage.H1(await site.Client.LirePageAsync("/signalements"), "Signalements");
    }
}
