using System.Net;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>Which records are one place: by comparison, by decision, with ids that never lead nowhere.</summary>
public sealed class RegroupementTests(ApplicationDeTest application) : IClassFixture<ApplicationDeTest>
{
    private const string Role = "administrateur";

    [Fact]
    public async Task Deux_fiches_qui_disent_la_meme_chose_sont_un_lieu_dont_chaque_valeur_a_son_origine()
    {
        static LieuDeTest Mediatheque(string source) => new LieuDeTest().Nomme("Médiathèque Jean-Prévost").A("Bron", "69500", "69029").Place(45.7333, 4.9111).DeLaSource(source)
            .Avec(l => (l.Adresse, l.Telephone, l.Pivot) = ("2 place Cumbernauld", "+33199000077", "21690029000013"));
        var (a, b) = (await Mediatheque("une").CreerAsync(application), await Mediatheque("deux").Avec(l => l.SiteWeb = ["https://mediatheque.example.org"]).CreerAsync(application));
        await RegrouperAsync();
        var catalogue = application.Services.GetRequiredService<CatalogueLieux>();
        Assert.Equal(a, catalogue.Composition.PublicDe(b));
        Assert.Equal(((string[])[a, b]).Order(StringComparer.Ordinal), catalogue.Composition.FichesDe(a));
        Assert.Equal([b], catalogue.Composition.OriginesDe(a)!["site_web"]);
        Assert.Equal("https://mediatheque.example.org", catalogue.Index[catalogue.Index.RangDe(a)].SiteWeb.Single());
        // The records are as their sources wrote them.
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT cardinality(site_web)::bigint FROM cartographie.lieux WHERE id = $1", a));
        // Unpublished, the place goes with all its records.
        Assert.Equal(2, (await DansAsync(s => s.GetRequiredService<SaisieDesLieux>().DepublierAsync(b, CancellationToken.None))).Valeur.Count);
        await catalogue.RechargerAsync(CancellationToken.None);
        Assert.Equal(-1, catalogue.Index.RangDe(a));
    }

    [Fact]
    public async Task Deux_fiches_dites_le_meme_lieu_sont_montrees_comme_un_seul_et_l_ancienne_adresse_y_mene_pour_toujours()
    {
        var (a, b) = (await new LieuDeTest().Nomme("Médiathèque Alpha").CreerAsync(application), await new LieuDeTest().Nomme("Salle Omega").A("Brest", "29200", "29019").Place(48.39, -4.48).CreerAsync(application));
        await DeciderAsync(VerdictHumain.Meme, (b, a));
        var bilan = await RegrouperAsync();
        Assert.True(bilan.Change);
        using var page = await application.Client.GetAsync($"/lieux/{b}");
        Assert.Equal(HttpStatusCode.MovedPermanently, page.StatusCode);
        Assert.EndsWith(a, page.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var api = await application.Client.GetAsync($"/api/v1/lieux/{b}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/api/v1/lieux/{a}"), (api.StatusCode, api.Headers.Location!.ToString()));
        Assert.Equal(1, await application.Base.LireAsync<long>("SELECT count(*) FROM noyau.evenements WHERE nom = 'cartographie.LieuxFusionnes' AND charge->>'Ancien' = $1 AND charge->>'Vers' = $2", b, a));
        // The same again changes nothing.
        Assert.False((await RegrouperAsync()).Change);
        // The other verdict splits them: each has its page again.
        await DeciderAsync(VerdictHumain.Distinct, (a, b));
        Assert.True((await RegrouperAsync()).Change);
        using var rendue = await application.Client.GetAsync($"/api/v1/lieux/{b}");
        Assert.Equal(HttpStatusCode.OK, rendue.StatusCode);
        Assert.Equal(0, await application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.redirections WHERE ancien = $1", b));
    }

    [Fact]
    public async Task Une_decision_porte_sur_deux_fiches_connues_et_s_annule_une_fois()
    {
        var (a, b) = (await new LieuDeTest().CreerAsync(application), await new LieuDeTest().CreerAsync(application));
        Assert.Equal("CAR-530", (await ResultatAsync(VerdictHumain.Meme, (a, a))).Erreur!.Code);
        Assert.Equal("CAR-520", (await ResultatAsync(VerdictHumain.Meme, (a, "personne"))).Erreur!.Code);
        var decision = (await ResultatAsync(VerdictHumain.Distinct, (a, b))).Valeur.Single();
        Assert.Equal(decision.Id, (await ResultatAsync(VerdictHumain.Distinct, (b, a))).Valeur.Single().Id);
        Assert.True((await DansAsync(s => s.GetRequiredService<DecisionsDeRapprochement>().AnnulerAsync(decision.Id, CancellationToken.None))).Reussi);
        Assert.Equal("CAR-531", (await DansAsync(s => s.GetRequiredService<DecisionsDeRapprochement>().AnnulerAsync(decision.Id, CancellationToken.None))).Erreur!.Code);
    }

    private Task<T> DansAsync<T>(Func<IServiceProvider, Task<T>> action) => application.DansAsync(action, Role);

    private Task<Resultat<IReadOnlyList<DecisionHumaine>>> ResultatAsync(VerdictHumain verdict, (string, string) paire) =>
        DansAsync(s => s.GetRequiredService<DecisionsDeRapprochement>().DeciderAsync([paire], verdict, CancellationToken.None));

    private async Task DeciderAsync(VerdictHumain verdict, (string, string) paire) => Assert.True((await ResultatAsync(verdict, paire)).Reussi);

    private async Task<BilanDeRegroupement> RegrouperAsync()
    {
        var bilan = await DansAsync(s => s.GetRequiredService<Regroupement>().RegrouperAsync(CancellationToken.None));
        await application.Services.GetRequiredService<CatalogueLieux>().RechargerAsync(CancellationToken.None);
        return bilan;
    }
}
