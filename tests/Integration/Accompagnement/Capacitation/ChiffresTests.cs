using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>The figures: empty, of one's own people, of a team; what is hidden. On an application of their own: they count everybody who is there.</summary>
public sealed class ChiffresTests(SiteDeCapacitation site) : IClassFixture<SiteDeCapacitation>
{
    [Fact]
    public async Task Les_chiffres_sont_a_qui_aide_et_a_qui_coordonne()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetStatutAsync(LiensCapacitation.Capacitation)).Statut);
        foreach (var role in (Role[])[Role.GestionnaireStructure, Role.Referent, Role.GestionnaireDepartement, Role.Financeur, Role.Payeur, Role.AdministrateurNational, Role.Support])
        {
            using var client = await site.ClientDeAsync(role);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetStatutAsync(LiensCapacitation.Capacitation)).Statut);
        }

        using var conseiller = await site.ClientDeAsync(Role.ConseillerNumerique);
        var page = await conseiller.LirePageAsync(LiensCapacitation.Capacitation);
        AssertPage.Dit(page, "Aucun acte avec une posture sur cette période.");
        AssertPage.Dit(page, "Personnes avec un bilan : 0 sur les 30 qu’il faut");
        AssertPage.Dit(page, "Aucun parcours pour le moment.");
        await SiteDeCapacitation.StatutAsync(HttpStatusCode.NotFound, conseiller, "/capacitation/ailleurs");
        await SiteDeCapacitation.StatutAsync(HttpStatusCode.BadRequest, conseiller, "/capacitation?periode=5");
    }

    [Fact]
    public async Task Ceux_de_mes_personnes_et_ceux_de_l_equipe()
    {
        using var mediateur = await site.ClientDeAsync(Role.Mediateur);
        using var coordinateur = await site.ClientDeAsync(Role.Coordinateur);
        // Nothing of the invented people.
        await site.Base.ExecuterAsync("TRUNCATE accompagnement.activites, accompagnement.parcours CASCADE");
        // Thirty-two people with an exit, three that were lost.
        for (var i = 0; i < 32; i++)
        {
            var personne = await site.PersonneAsync();
            await site.ParcoursAsync(personne, 200 + i, 120, ("I06", 1, 3), ("C01", 2, i % 2 == 0 ? 4 : 2));
            await site.ActeAsync(personne, 500, 60, new Posture(20, 50, 30), " Déclarer ses revenus ");
            if (i % 2 == 0)
            {
                await site.ActeAsync(personne, 450, 30, new Posture(70, 20, 10), "déclarer ses revenus");
            }
        }

        var perdues = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            perdues.Add(await site.PersonneAsync());
            await site.ParcoursAsync(perdues[^1], 200, null, ("I06", 0, null));
            using var perdue = await SiteDeCapacitation.PosterAsync(mediateur, SiteDeCapacitation.FicheDe(perdues[^1]), $"{SiteDeCapacitation.FicheDe(perdues[^1])}?handler=Perdue");
            Assert.Equal(HttpStatusCode.Redirect, perdue.StatusCode);
        }

        await site.ActeAsync(null, 50, 60, null);
        // Helped yesterday: not counted yet. Helped long ago, and the agreement taken back since: never again.
        await site.ActeAsync(await site.PersonneAsync(), 1, 20, new Posture(0, 0, 100), "déclarer ses revenus");
        var retiree = await site.PersonneAsync();
        await site.ActeAsync(retiree, 500, 20, new Posture(0, 0, 100), "déclarer ses revenus");
        await site.Base.ExecuterAsync("UPDATE accompagnement.suivis SET fin = debut, motif = 'Retrait' WHERE personne = $1", retiree);
        // Lost, and never came back: in neither number.
        await site.ActeAsync(perdues[0], 500, 20, new Posture(0, 0, 100), "déclarer ses revenus");
        var page = await mediateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24");
        // Σ w (fin − début) = 2×2 + 2×2 = 8 or 4, on Σ w (5 − début) = 2×4 + 2×3 = 14.
        AssertPage.Dit(page, "0,43");
        AssertPage.Dit(page, "n = 32");
        AssertPage.Dit(page, "Perdues de vue, jamais comptées comme une réussite : 3. En comptant 0 pour elles : 0,39 (entre ");
        AssertPage.Dit(page, ", n = 35).");
        AssertPage.Dit(page, "n = 51 actes, 41 heures. Actes sans posture connue : 1");
        var retours = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=retours] tbody tr"));
        Assert.StartsWith("déclarer ses revenus 32 16 50", string.Join(" ", retours.Children.Select(AssertPage.Texte)), StringComparison.Ordinal);
        AssertPage.Dit(page, "Aidées il y a moins de 12 mois, pas encore comptées : 1.");
        AssertPage.Dit(page, "Perdues de vue sans être revenues, hors du calcul : 1.");
        AssertPage.Dit(page, "Il manque la configuration");
        AssertPage.Dit(page, "Il manque la part de ces publics dans la population du territoire");
        AssertPage.Dit(page, "Venues au moins une fois");
        AssertPage.Dit(page, "Heures pour un savoir-faire acquis");
        // 48 exits at 3 or more, nobody looked at again: none is durable.
        AssertPage.Dit(page, "Pas revus à temps, comptés comme non : 48.");

        var equipe = await coordinateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24");
        AssertPage.H1(equipe, "Ce que l’on apprend avec mes équipes");
        AssertPage.Dit(equipe, "0,43");
        // All these acts are of one médiateur.
        AssertPage.Dit(equipe, "Les parts du temps ne se montrent qu’à partir de deux médiateurs");
        Assert.Empty(equipe.QuerySelectorAll("section[aria-labelledby=posture] .fa-posture"));
        Assert.DoesNotContain("Perdues de vue, jamais", equipe.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Heures pour un savoir-faire", equipe.Body!.TextContent, StringComparison.Ordinal);
        // Three lost: hidden, and the exits with them.
        Assert.Contains("Sans nouvelles : caché", AssertPage.Texte(equipe.QuerySelector("section[aria-labelledby=etats]")!), StringComparison.Ordinal);
        Assert.Contains("Bilan fait : caché", AssertPage.Texte(equipe.QuerySelector("section[aria-labelledby=etats]")!), StringComparison.Ordinal);
        AssertPage.Dit(equipe, "Il manque le coût complet d’une période");
        Assert.StartsWith("déclarer ses revenus 32 16 50", string.Join(" ", Assert.Single(equipe.QuerySelectorAll("section[aria-labelledby=retours] tbody tr")).Children.Select(AssertPage.Texte)), StringComparison.Ordinal);
        Assert.DoesNotContain("hors du calcul : 1", AssertPage.Texte(equipe.Body!), StringComparison.Ordinal);
        Assert.DoesNotContain("Camille", equipe.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var csv = await coordinateur.GetStringAsync($"{LiensCapacitation.Capacitation}?periode=24&format=csv");
        Assert.Contains("gain_moyen;0.4286;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("perdues_de_vue_a_zero", csv, StringComparison.Ordinal);
        Assert.Contains("gain_moyen_avec_les_perdues_de_vue_a_zero;0.3918;", await mediateur.GetStringAsync($"{LiensCapacitation.Capacitation}?periode=24&format=csv"), StringComparison.Ordinal);

        // The rules changed between the two visits: they are no longer returns.
        using var regle = await SiteDeCapacitation.PosterAsync(mediateur, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Regle", [("Demarche", "déclarer ses revenus"), .. Jour(470)]);
        Assert.Equal(HttpStatusCode.Redirect, regle.StatusCode);
        using var deja = await SiteDeCapacitation.PosterAsync(mediateur, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Regle", [("Demarche", "déclarer ses revenus"), .. Jour(470)]);
        Assert.Equal(HttpStatusCode.Redirect, deja.StatusCode);
        Assert.StartsWith("déclarer ses revenus320", AssertPage.Texte(Assert.Single((await mediateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24")).QuerySelectorAll("section[aria-labelledby=retours] tbody tr"))), StringComparison.Ordinal);
        using var faux = await SiteDeCapacitation.PosterAsync(mediateur, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Regle", [("Demarche", "cuisiner"), .. Jour(-3)]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        AssertPage.Erreurs(await faux.LirePageAsync(), "Choisissez une démarche de la liste.", "Ce jour n’est pas encore venu.");
    }

    private (string, string)[] Jour(int avant)
    {
        var jour = site.Aujourdhui.AddDays(-avant);
        return [("Jour.Jour", $"{jour.Day}"), ("Jour.Mois", $"{jour.Month}"), ("Jour.Annee", $"{jour.Year}")];
    }
}
