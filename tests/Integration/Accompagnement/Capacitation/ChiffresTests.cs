using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>The figures: empty, of one's own people, of a team; what is hidden; the signals, to the person concerned first.</summary>
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
        AssertPage.Dit(page, "0 personnes sur les 30 qu’il faut");
        AssertPage.Dit(page, "Aucun parcours pour le moment.");
        await SiteDeCapacitation.StatutAsync(HttpStatusCode.NotFound, conseiller, "/capacitation/ailleurs");
        await SiteDeCapacitation.StatutAsync(HttpStatusCode.BadRequest, conseiller, "/capacitation?periode=5");
    }

    [Fact]
    public async Task Ceux_de_mes_personnes_et_ceux_de_l_equipe()
    {
        using var mediateur = await site.ClientDeAsync(Role.Mediateur);
        using var coordinateur = await site.ClientDeAsync(Role.Coordinateur);
        // Thirty-two people with an exit, three that were lost.
        for (var i = 0; i < 32; i++)
        {
            var personne = await site.PersonneAsync();
            await site.ParcoursAsync(personne, 200 + i, 120, ("I06", 1, 3), ("C01", 2, i % 2 == 0 ? 4 : 2));
            await site.ActeAsync(personne, 150, 60, new Posture(20, 50, 30), " Déclarer ses revenus ");
            if (i % 2 == 0)
            {
                await site.ActeAsync(personne, 100, 30, new Posture(70, 20, 10), "déclarer ses revenus");
            }
        }

        var perdues = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            perdues.Add(await site.PersonneAsync());
            await site.ParcoursAsync(perdues[^1], 200, null, ("I06", 0, null));
            using var perdue = await SiteDeCapacitation.PosterAsync(mediateur, SiteDeCapacitation.AdresseDe(perdues[^1]), $"{SiteDeCapacitation.AdresseDe(perdues[^1])}?handler=Perdue");
            Assert.Equal(HttpStatusCode.Redirect, perdue.StatusCode);
        }

        await site.ActeAsync(null, 50, 60, null);
        var page = await mediateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24");
        // Σ w (fin − début) = 2×2 + 2×2 = 8 or 4, on Σ w (5 − début) = 2×4 + 2×3 = 14.
        AssertPage.Dit(page, "0,43");
        AssertPage.Dit(page, "n = 32");
        AssertPage.Dit(page, "Perdues de vue, jamais comptées comme une réussite : 3. En comptant 0 pour elles : 0,39.");
        AssertPage.Dit(page, "48 actes, 40 heures ; posture inconnue : 1 actes");
        var retours = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=retours] tbody tr"));
        Assert.StartsWith("déclarer ses revenus 32 16 50", AssertPage.Texte(retours), StringComparison.Ordinal);
        AssertPage.Dit(page, "Venues au moins une fois");
        AssertPage.Dit(page, "Heures pour un savoir-faire acquis");
        // 48 exits at 3 or more, nobody looked at again: none is durable.
        AssertPage.Dit(page, "Pas revus à temps, comptés comme non : 48.");

        var equipe = await coordinateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24");
        AssertPage.H1(equipe, "Ce que l’on apprend avec mes équipes");
        AssertPage.Dit(equipe, "0,43");
        Assert.DoesNotContain("Perdues de vue, jamais", equipe.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Heures pour un savoir-faire", equipe.Body!.TextContent, StringComparison.Ordinal);
        // Three lost: hidden, and the exits with them.
        Assert.Contains("Sans nouvelles : caché : moins de 11", equipe.QuerySelector("section[aria-labelledby=etats]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bilan fait : caché : moins de 11", equipe.QuerySelector("section[aria-labelledby=etats]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Camille", equipe.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var csv = await coordinateur.GetStringAsync($"{LiensCapacitation.Capacitation}?periode=24&format=csv");
        Assert.Contains("gain_moyen;0.4286;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("perdues_de_vue_a_zero", csv, StringComparison.Ordinal);
        Assert.Contains("gain_moyen_avec_les_perdues_de_vue_a_zero;0.3918;", await mediateur.GetStringAsync($"{LiensCapacitation.Capacitation}?periode=24&format=csv"), StringComparison.Ordinal);

        // The rules changed between the two visits: they are no longer returns.
        using var regle = await SiteDeCapacitation.PosterAsync(mediateur, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Regle", [("Demarche", "déclarer ses revenus"), .. Jour(120)]);
        Assert.Equal(HttpStatusCode.Redirect, regle.StatusCode);
        using var deja = await SiteDeCapacitation.PosterAsync(mediateur, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Regle", [("Demarche", "déclarer ses revenus"), .. Jour(120)]);
        Assert.Equal(HttpStatusCode.Redirect, deja.StatusCode);
        Assert.StartsWith("déclarer ses revenus 32 0", AssertPage.Texte(Assert.Single((await mediateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24")).QuerySelectorAll("section[aria-labelledby=retours] tbody tr"))), StringComparison.Ordinal);
        using var faux = await SiteDeCapacitation.PosterAsync(mediateur, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Regle", [("Demarche", "cuisiner"), .. Jour(-3)]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        AssertPage.Erreurs(await faux.LirePageAsync(), "Choisissez une démarche de la liste.", "Ce jour n’est pas encore venu.");
    }

    [Fact]
    public async Task Un_signal_va_d_abord_au_mediateur_puis_sans_reponse_a_la_coordination()
    {
        var personne = await site.PersonneAsync();
        var parcours = await site.ParcoursAsync(personne, 40, 0, ("V01", 0, 5), ("V02", 0, 5), ("V03", 0, 5));
        await JobAsync();
        await JobAsync();
        var nature = NatureDeSignal.ToutDeZeroACinq;
        var signal = await site.LireAsync(db => db.Set<SignalDeSaisie>().AsNoTracking().SingleAsync(s => s.Personne == personne));
        Assert.Equal((nature, SiteDeCapacitation.Mediateur), (signal.Nature, signal.Mediateur));

        // Not seen yet by who entered it: nobody else is told, however long it takes.
        site.Horloge.Avancer(TimeSpan.FromDays(20));
        await JobAsync();
        await AssertCoordinationAsync(false);
        using (var mediateur = await site.ClientDeAsync(Role.Mediateur))
        {
            AssertPage.Dit(await mediateur.LirePageAsync(LiensCapacitation.Capacitation), "Tous les savoir-faire passent de 0 à 5");
        }

        await JobAsync();
        await AssertCoordinationAsync(false);
        site.Horloge.Avancer(TimeSpan.FromDays(14));
        await JobAsync();
        await AssertCoordinationAsync(true);
        using var encore = await site.ClientDeAsync(Role.Mediateur);
        foreach (var (texte, statut) in new[] { ("", HttpStatusCode.BadRequest), (new string('a', 301), HttpStatusCode.BadRequest), ("son mot de passe est Azerty2026!", HttpStatusCode.BadRequest), ("La personne savait déjà tout faire.", HttpStatusCode.Redirect) })
        {
            using var reponse = await SiteDeCapacitation.PosterAsync(encore, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Signal", ("signal", signal.Id.ToString()), ("Explication", texte));
            await AssertPage.StatutAsync(statut, reponse);
        }

        await AssertCoordinationAsync(false);
        using var deja = await SiteDeCapacitation.PosterAsync(encore, LiensCapacitation.Suivis, $"{LiensCapacitation.Capacitation}?handler=Signal", ("signal", signal.Id.ToString()), ("Explication", "x"));
        Assert.True(deja.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);

        async Task AssertCoordinationAsync(bool dit)
        {
            using var coordinateur = await site.ClientDeAsync(Role.Coordinateur);
            var texte = (await coordinateur.LirePageAsync(LiensCapacitation.Capacitation)).QuerySelector("main")!.TextContent;
            Assert.Equal(dit, texte.Contains("Tous les savoir-faire passent de 0 à 5", StringComparison.Ordinal));
            Assert.DoesNotContain(personne.ToString(), texte, StringComparison.Ordinal);
        }
    }

    private (string, string)[] Jour(int avant)
    {
        var jour = site.Aujourdhui.AddDays(-avant);
        return [("Jour.Jour", $"{jour.Day}"), ("Jour.Mois", $"{jour.Month}"), ("Jour.Annee", $"{jour.Year}")];
    }

    private Task<bool> JobAsync() => site.AvecBaseAsync(
        async db =>
        {
            await TenirLesParcours.FaireAsync(db, site.Horloge, CancellationToken.None);
            return true;
        },
        "systeme:taches");
}
