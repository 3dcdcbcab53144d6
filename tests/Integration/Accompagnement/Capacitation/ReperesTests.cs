using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>Costs, shares of publics, configurations, and the figures that are made of them. On an application of their own: they count everybody who is there.</summary>
public sealed class ReperesTests(SiteDeCapacitation site) : IClassFixture<SiteDeCapacitation>
{
    [Fact]
    public async Task Un_cout_et_une_part_se_disent_et_les_chiffres_en_viennent()
    {
        using var mediateur = await site.ClientDeAsync(Role.Mediateur);
        using var coordinateur = await site.ClientDeAsync(Role.Coordinateur);
        await RefuserAsync(coordinateur, mediateur);
        // After the last client: each one brings back the invented acts.
        await PeuplerAsync();

        // A cost that isn't full: the sentence says what is missing, and no figure is made.
        using (var dit = await DireAsync(coordinateur, [.. Du(300), .. Au(100), ("Poste", "20 000"), ("Lieu", "3 000,50"), ("Pass", "0")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, dit.StatusCode);
        }

        var id = await site.Base.LireAsync<Guid>("SELECT id FROM accompagnement.couts_de_periodes");
        AssertPage.Dit(await coordinateur.LirePageAsync(LiensCapacitation.Capacitation), "Pas de chiffre : il manque le coût de kit.");
        Assert.Equal("3000,5", (await coordinateur.LirePageAsync(LiensCapacitation.Cout(id))).QuerySelector("[name=Lieu]")!.GetAttribute("value"));
        using (var complete = await DireAsync(coordinateur, [("cout", id.ToString()), ("Poste", "20 000"), ("Lieu", "3 000,50"), ("Kit", "999,5"), ("Pass", "0")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, complete.StatusCode);
        }

        // 24 people from nothing or so, as long with each: 24 000 € for 12 × 0.5 + 12 × 0.25 = 9 gains.
        var equipe = await coordinateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24");
        AssertPage.Dit(equipe, "666,67");
        AssertPage.Dit(equipe, "n = 24, dont on ne sait pas le gain : 0");
        Assert.Equal(2L, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'accompagnement.CoutDePeriode' AND entite_id = $1", id.ToString()));
        Assert.Contains("cout_par_gain_euros", await coordinateur.GetStringAsync($"{LiensCapacitation.Capacitation}?periode=24&format=csv"), StringComparison.Ordinal);
        using (var croise = await DireAsync(coordinateur, [.. Du(100), .. Au(50), ("Poste", "1")]))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, croise);
            AssertPage.Erreurs(await croise.LirePageAsync(), "Cette période en croise une autre de la même équipe. Corrigez celle-là, ou choisissez d’autres dates.");
        }

        // A share, for the team and for oneself: 12 of 36 people whose age is known are 60 or more.
        foreach (var client in new[] { coordinateur, mediateur })
        {
            using var part = await PartAsync(client, "60_et_plus", "27,5", "Saint-Étienne", "INSEE, recensement d’essai");
            Assert.Equal(HttpStatusCode.Redirect, part.StatusCode);
            var page = await client.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24");
            AssertPage.Dit(page, "1,21");
            AssertPage.Dit(page, "n = 36");
            AssertPage.Dit(page, "INSEE, recensement d’essai");
        }

        // Of nobody here is the status known: no figure, and it is said.
        using (var part = await PartAsync(mediateur, "retraite", "20", "Saint-Étienne", "INSEE"))
        {
            Assert.Equal(HttpStatusCode.Redirect, part.StatusCode);
        }

        var soi = await mediateur.LirePageAsync($"{LiensCapacitation.Capacitation}?periode=24");
        AssertPage.Dit(soi, "personne dont on le sache");

        // Two configurations, people alike in both; one médiateur alone is nobody else's business.
        AssertPage.Dit(soi, "Une description, pas une cause");
        AssertPage.Dit(soi, "Stand d’essai");
        AssertPage.Dit(soi, "0,50 (entre 0,50 et 0,50, n = 12)");
        AssertPage.Dit(soi, "0,25 (entre 0,25 et 0,25, n = 12)");
        AssertPage.Dit(equipe, "Aucune configuration n’a encore 11 personnes avec un bilan.");
        Assert.DoesNotContain("Stand d’essai", equipe.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("gain_median : Stand d’essai;0.5;", await mediateur.GetStringAsync($"{LiensCapacitation.Capacitation}?periode=24&format=csv"), StringComparison.Ordinal);

        // 60 met outside, 12 of whom came since; 24 + 15 helped for the first time, 1 of whom it isn't known: 60 / (60 + 27 + 1).
        var allerVers = await mediateur.LirePageAsync("/aller-vers");
        AssertPage.Dit(allerVers, "Rencontrées hors du lieu, parmi toutes les personnes rencontrées");
        AssertPage.Dit(allerVers, "60 hors du lieu. Aidées pour la première fois : 39. Sans que l’on sache si c’était la première fois : 1.");
        AssertPage.Dit(allerVers, "68 %");
        Assert.DoesNotContain("La part de l’aller-vers", (await mediateur.LirePageAsync("/aller-vers?motif=telephone")).Body!.TextContent, StringComparison.Ordinal);

        using var retire = await SiteDeCapacitation.PosterAsync(coordinateur, LiensCapacitation.Reperes, $"{LiensCapacitation.Reperes}?handler=RetirerCout", ("id", id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, retire.StatusCode);
        AssertPage.Dit(await coordinateur.LirePageAsync(LiensCapacitation.Capacitation), "Il manque le coût complet d’une période");
    }

    private async Task RefuserAsync(HttpClient coordinateur, HttpClient mediateur)
    {
        foreach (var role in (Role[])[Role.GestionnaireStructure, Role.Financeur, Role.AdministrateurNational])
        {
            using var client = await site.ClientDeAsync(role);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetStatutAsync(LiensCapacitation.Reperes)).Statut);
        }

        await SiteDeCapacitation.StatutAsync(HttpStatusCode.NotFound, coordinateur, LiensCapacitation.Cout(Identifiants.Nouveau(site.Horloge)));
        foreach (var geste in (string[])["RetirerCout", "RetirerPart"])
        {
            using var absent = await SiteDeCapacitation.PosterAsync(coordinateur, LiensCapacitation.Reperes, $"{LiensCapacitation.Reperes}?handler={geste}", ("id", Identifiants.Nouveau(site.Horloge).ToString()));
            Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        }

        // A médiateur says no cost: it isn't theirs to say.
        Assert.DoesNotContain("Coût complet d’une équipe", (await mediateur.LirePageAsync(LiensCapacitation.Reperes)).Body!.TextContent, StringComparison.Ordinal);
        using (var pasLeSien = await DireAsync(mediateur, [.. Du(300), .. Au(100), ("Poste", "1")]))
        {
            Assert.Equal(HttpStatusCode.NotFound, pasLeSien.StatusCode);
        }

        using var faux = await DireAsync(coordinateur, [.. Du(10), .. Au(-10), ("Poste", "mille"), ("Kit", "-3")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        var page = await faux.LirePageAsync();
        Assert.Equal("mille", page.QuerySelector("[name=Poste]")!.GetAttribute("value"));
        var dites = page.QuerySelectorAll(".govuk-error-summary__list li").Select(AssertPage.Texte).ToList();
        Assert.StartsWith("La période n’est pas finie", dites[0], StringComparison.Ordinal);
        // The same sentence for two amounts says of which.
        Assert.Equal(2, dites.Skip(1).Distinct(StringComparer.Ordinal).Count(d => d.EndsWith(" : Écrivez un montant en euros, de 0 à 50 000 000, avec deux décimales au plus : par exemple 12 450,50.", StringComparison.Ordinal)));
        using var vide = await DireAsync(coordinateur, [.. Du(30), .. Au(10)]);
        AssertPage.Erreurs(await vide.LirePageAsync(), "Écrivez au moins un montant supérieur à 0.");
        using var sansDate = await DireAsync(coordinateur, [("Poste", "5")]);
        Assert.Equal(2, (await sansDate.LirePageAsync()).QuerySelectorAll(".govuk-error-summary__list li").Select(AssertPage.Texte).Distinct(StringComparer.Ordinal).Count(d => d.EndsWith(" : Écrivez la date, par exemple 25/11/2026.", StringComparison.Ordinal)));
        using var ailleurs = await DireAsync(coordinateur, [.. Du(30), .. Au(10), ("Poste", "5"), ("Equipe", Identifiants.Nouveau(site.Horloge).ToString())]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, ailleurs);
        using var part = await PartAsync(mediateur, "tous", "0", "", new string('x', 201));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, part);
        AssertPage.Erreurs(
            await part.LirePageAsync(),
            "Choisissez un public de la liste.",
            "Écrivez une part de plus de 0 à 100 %, avec deux décimales au plus : par exemple 27,5.",
            "Dites pour quel territoire, 120 caractères au plus.",
            "Dites d’où vient ce chiffre, 200 caractères au plus : par exemple INSEE, recensement 2023.");
        using var secret = await PartAsync(mediateur, "retraite", "20", "Saint-Étienne", "mdp : Soleil2024!");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, secret);
    }

    private async Task PeuplerAsync()
    {
        await site.Base.ExecuterAsync("TRUNCATE accompagnement.activites, accompagnement.parcours, accompagnement.actions_d_aller_vers, accompagnement.configurations_d_aller_vers CASCADE");
        Guid[] configurations = [Identifiants.Nouveau(site.Horloge), Identifiants.Nouveau(site.Horloge)];
        foreach (var (c, nom) in configurations.Zip((string[])["Stand d’essai", "Atelier d’essai"]))
        {
            await site.AjouterAsync(new ConfigurationDAllerVers { Id = c, Auteur = SiteDeCapacitation.Mediateur, Equipes = [SiteDeCapacitation.Equipe], Nom = nom, Motif = "telephone", CreeeLe = site.Horloge.Instant });
        }

        for (var i = 0; i < 24; i++)
        {
            var personne = await site.PersonneAsync();
            var parcours = await site.ParcoursAsync(personne, 200, 120, ("I06", 1, i < 12 ? 3 : 2));
            await site.Base.ExecuterAsync("UPDATE accompagnement.personnes SET age = '40_59' WHERE id = $1", personne);
            await site.Base.ExecuterAsync("UPDATE accompagnement.parcours SET langue = 'francais', configuration = $2 WHERE id = $1", parcours.Id, configurations[i < 12 ? 0 : 1]);
            await site.ActeAsync(personne, 125, 60, new Posture(0, 50, 50));
        }

        await site.ActeAsync(null, 50, 30, null);
        var atelier = Effectifs.Lire(20, 5, new Dictionary<string, int>(), new Dictionary<string, int> { ["60_69"] = 8, ["70_et_plus"] = 4 }, new Dictionary<string, int>()).Valeur;
        await site.AjouterAsync(
            new Activite
            {
                Id = Identifiants.Nouveau(site.Horloge),
                Auteur = SiteDeCapacitation.Mediateur,
                Organisation = SiteDeCapacitation.Mediatheque,
                Equipes = [SiteDeCapacitation.Equipe],
                Type = TypeDActivite.Collectif,
                Jour = site.Aujourdhui.AddDays(-60),
                Duree = 120,
                Effectifs = atelier,
                SansNom = atelier.Total,
                Origine = OrigineDActivite.Saisie,
                Empreinte = [1],
                EnregistreeLe = site.Horloge.Instant,
                ModifieeLe = site.Horloge.Instant,
            },
            new ActionDAllerVers
            {
                Id = Identifiants.Nouveau(site.Horloge),
                Auteur = SiteDeCapacitation.Mediateur,
                Organisation = SiteDeCapacitation.Mediatheque,
                Equipes = [SiteDeCapacitation.Equipe],
                Jour = site.Aujourdhui.AddDays(-40),
                Duree = 120,
                Motif = "telephone",
                LieuLibre = "Marché d’essai",
                Contactes = 60,
                Venus = 12,
                EnregistreeLe = site.Horloge.Instant,
                ModifieeLe = site.Horloge.Instant,
            });
    }

    private static Task<HttpResponseMessage> DireAsync(HttpClient client, (string, string)[] champs) => SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Reperes, $"{LiensCapacitation.Reperes}?handler=Cout", champs);

    private static Task<HttpResponseMessage> PartAsync(HttpClient client, string qui, string part, string territoire, string source) =>
        SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Reperes, $"{LiensCapacitation.Reperes}?handler=Part", ("Public", qui), ("Part", part), ("Territoire", territoire), ("Source", source));

    private (string, string)[] Du(int avant) => Jour("Du", avant);

    private (string, string)[] Au(int avant) => Jour("Au", avant);

    private (string, string)[] Jour(string nom, int avant)
    {
        var jour = site.Aujourdhui.AddDays(-avant);
        return [($"{nom}.jour", $"{jour.Day}"), ($"{nom}.mois", $"{jour.Month}"), ($"{nom}.annee", $"{jour.Year}")];
    }
}
