using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>What is to be done by each, and mentors: declared, met, refused, ended.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class ReseauTests(SiteDesActivites site)
{
    private const string ATraiter = "/a-traiter";
    private const string Mien = "/mentorat";
    private const string Equipe = "/mentorat/equipe";

    private static Guid Sacha => Personas.Toutes.Single(p => p.Role == Role.ConseillerNumerique).Id;

    [Theory]
    [InlineData(null, ATraiter, HttpStatusCode.Redirect)]
    [InlineData(Role.Aidant, ATraiter, HttpStatusCode.Forbidden)]
    [InlineData(Role.Financeur, ATraiter, HttpStatusCode.Forbidden)]
    [InlineData(null, Mien, HttpStatusCode.Redirect)]
    [InlineData(Role.GestionnaireStructure, Mien, HttpStatusCode.Forbidden)]
    [InlineData(Role.Mediateur, Equipe, HttpStatusCode.Forbidden)]
    [InlineData(Role.GestionnaireStructure, Equipe, HttpStatusCode.Forbidden)]
    public async Task Sans_le_droit_rien(Role? role, string adresse, HttpStatusCode statut)
    {
        using var client = role is { } r ? await site.Site.CommeAsync(r) : site.Site.NouveauClient();
        Assert.Equal(statut, (await client.GetStatutAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Un_brouillon_de_quatre_jours_attend_se_remet_a_plus_tard_et_revient()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = Guid.CreateVersion7();
        await BrouillonAsync(id, SiteDesActivites.Camille, "Vieux d’essai", 4);
        await BrouillonAsync(Guid.CreateVersion7(), SiteDesActivites.Camille, "Frais d’essai", 2);
        await BrouillonAsync(Guid.CreateVersion7(), Sacha, "Vieux de Sacha", 4);
        var page = await camille.LirePageAsync(ATraiter);
        AssertPage.Dit(page, "Finir « Vieux d’essai »");
        Assert.DoesNotContain("Frais d’essai", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Vieux de Sacha", page.Body!.TextContent, StringComparison.Ordinal);

        var cle = $"accompagnement.brouillon:{id}";
        var formulaire = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector($"[name='Cle'][value='{cle}']") is not null);
        foreach (var jours in (string[])["0", "91", "-1", "demain"])
        {
            using var refusee = await camille.EnvoyerLeAsync(ATraiter, formulaire, ("Jours", jours));
            Assert.Equal((jours, HttpStatusCode.BadRequest), (jours, refusee.StatusCode));
        }

        using var forgee = await camille.EnvoyerLeAsync(ATraiter, formulaire, ("Cle", "accompagnement.brouillon:autre"), ("Jours", "7"));
        Assert.Equal(HttpStatusCode.NotFound, forgee.StatusCode);
        using var remise = await camille.EnvoyerLeAsync(ATraiter, formulaire, ("Jours", "7"));
        Assert.Equal(HttpStatusCode.Redirect, remise.StatusCode);
        var apres = await camille.LirePageAsync(remise.Headers.Location!.ToString());
        AssertPage.Dit(apres, "Remis au");
        Assert.DoesNotContain(apres.QuerySelectorAll("main li strong"), e => e.TextContent.Contains("Vieux d’essai", StringComparison.Ordinal));
        using var annulee = await camille.EnvoyerPremierAsync(ATraiter, apres);
        Assert.Equal(HttpStatusCode.Redirect, annulee.StatusCode);
        Assert.Contains((await camille.LirePageAsync(ATraiter)).QuerySelectorAll("main li strong"), e => e.TextContent.Contains("Vieux d’essai", StringComparison.Ordinal));
        using var encore = await camille.EnvoyerPremierAsync(ATraiter, apres);
        Assert.Equal(HttpStatusCode.NotFound, encore.StatusCode);
    }

    [Fact]
    public async Task Un_acte_incomplet_et_un_atelier_pas_note_se_disent()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await EcrireAsync($$"""
            INSERT INTO accompagnement.activites (id, auteur, organisation, equipes, type, jour, duree, titre, thematiques, materiels, etiquettes, sans_nom, suivies, origine, empreinte, enregistree_le, modifiee_le, version)
            VALUES ('{{Guid.CreateVersion7()}}', '{{SiteDesActivites.Camille}}', '{{SiteDesActivites.Mediatheque}}', '{}', 'Collectif', '{{site.Aujourdhui.AddDays(-27):yyyy-MM-dd}}', 0, 'Incomplet d’essai', '{}', '{}', '{}', 5, 0, 'Import', '\x00', now(), now(), 1)
            """);
        await EcrireAsync($$"""INSERT INTO accompagnement.modeles_d_activites (id, auteur, nom, contenu, depuis, semaines, cree_le) VALUES ('{{Guid.CreateVersion7()}}', '{{SiteDesActivites.Camille}}', 'Atelier oublié d’essai', '{}', '{{site.Aujourdhui.AddDays(-7):yyyy-MM-dd}}', 1, now())""");
        var page = await camille.LirePageAsync(ATraiter);
        AssertPage.Dit(page, "Compléter « Incomplet d’essai »");
        AssertPage.Dit(page, "Noter « Atelier oublié d’essai »");
        // The one link leads to the day that is missing.
        var lien = page.QuerySelectorAll("main li a").First(a => a.TextContent.Contains("Atelier oublié", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains($"jour={site.Aujourdhui.AddDays(-7):yyyy-MM-dd}", lien, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await camille.GetStatutAsync(lien)).Statut);
    }

    [Fact]
    public async Task Qui_coordonne_sans_mentor_arrive_aux_mentorats_de_l_equipe()
    {
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        using var mien = await dominique.GetAsync(Mien);
        Assert.Equal((HttpStatusCode.Redirect, Equipe), (mien.StatusCode, mien.Headers.Location?.OriginalString));
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        Assert.Null((await camille.LirePageAsync(Mien)).QuerySelector($"main a[href='{Equipe}']"));
    }

    [Fact]
    public async Task Un_mentorat_se_declare_se_vit_et_finit()
    {
        await FinirToutAsync();
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);

        // For four months in the team without a mentor: both know it.
        AssertPage.Dit(await dominique.LirePageAsync(ATraiter), "Sacha Exemple : sans mentor");
        AssertPage.Dit(await sacha.LirePageAsync(ATraiter), "Vous n’avez pas encore de mentor");

        var page = await dominique.LirePageAsync(Equipe);
        AssertPage.H1(page, "Mentorat de l’équipe");
        using (var soi = await DeclarerAsync(dominique, page, Sacha, Sacha))
        {
            Assert.Equal(HttpStatusCode.BadRequest, soi.StatusCode);
            AssertPage.Dit(await soi.LirePageAsync(), "Personne n’est son propre mentor");
        }

        using (var ailleurs = await DeclarerAsync(dominique, page, Personas.Toutes.Single(p => p.Role == Role.Aidant).Id, Sacha))
        {
            Assert.Equal(HttpStatusCode.BadRequest, ailleurs.StatusCode);
        }

        using (var declare = await DeclarerAsync(dominique, page, SiteDesActivites.Camille, Sacha))
        {
            Assert.Equal(HttpStatusCode.Redirect, declare.StatusCode);
        }

        // Sent again, it is one; the other way round is a circle; another mentor is one too many.
        using (var encore = await DeclarerAsync(dominique, page, SiteDesActivites.Camille, Sacha))
        {
            Assert.Equal(HttpStatusCode.Redirect, encore.StatusCode);
        }

        var neuve = await dominique.LirePageAsync(Equipe);
        using (var cercle = await DeclarerAsync(dominique, neuve, Sacha, SiteDesActivites.Camille))
        {
            Assert.Equal(HttpStatusCode.BadRequest, cercle.StatusCode);
            AssertPage.Dit(await cercle.LirePageAsync(), "déjà un mentorat en cours, dans un sens ou dans l’autre");
        }

        using (var second = await DeclarerAsync(dominique, neuve, Personas.Toutes.Single(p => p.Role == Role.Coordinateur).Id, Sacha))
        {
            Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
            AssertPage.Dit(await second.LirePageAsync(), "a déjà un mentor");
        }

        // Both see it; a meeting is a day, and not a future one.
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        AssertPage.Dit(await camille.LirePageAsync(Mien), "Vous êtes mentor de Sacha Exemple");
        var mien = await sacha.LirePageAsync(Mien);
        AssertPage.Dit(mien, "Camille Exemple est votre mentor");
        var demain = site.Aujourdhui.AddDays(1);
        var rencontre = mien.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.EndsWith("Rencontre", StringComparison.Ordinal));
        using (var future = await sacha.EnvoyerLeAsync(Mien, rencontre, ("Jour.jour", $"{demain.Day}"), ("Jour.mois", $"{demain.Month}"), ("Jour.annee", $"{demain.Year}")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, future.StatusCode);
        }

        using (var notee = await sacha.EnvoyerLeAsync(Mien, rencontre))
        {
            Assert.Equal(HttpStatusCode.Redirect, notee.StatusCode);
        }

        AssertPage.Dit(await sacha.LirePageAsync(Mien), "Dernière rencontre");
        Assert.DoesNotContain("Sacha Exemple : sans mentor", (await dominique.LirePageAsync(ATraiter)).Body!.TextContent, StringComparison.Ordinal);

        // Somebody else's isn't there; refused by one of the two, it is over, and isn't refused twice.
        var id = await site.Site.AvecBaseAsync(db => db.Set<Mentorat>().Where(m => m.Etat == EtatDeMentorat.EnCours && m.Mentore == Sacha).Select(m => m.Id).SingleAsync(), "systeme:taches");
        var refuser = mien.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.EndsWith("Refuser", StringComparison.Ordinal));
        using (var inconnu = await sacha.EnvoyerLeAsync(Mien, refuser, ("Id", Guid.CreateVersion7().ToString())))
        {
            Assert.Equal(HttpStatusCode.NotFound, inconnu.StatusCode);
        }

        using (var refuse = await sacha.EnvoyerLeAsync(Mien, refuser))
        {
            Assert.Equal(HttpStatusCode.Redirect, refuse.StatusCode);
        }

        using (var deux = await sacha.EnvoyerLeAsync(Mien, refuser, ("Id", id.ToString())))
        {
            Assert.Equal(HttpStatusCode.Conflict, deux.StatusCode);
        }

        AssertPage.Dit(await dominique.LirePageAsync(Equipe), "Camille Exemple, mentor de Sacha Exemple : refusé");
        AssertPage.Dit(await dominique.LirePageAsync(ATraiter), "Sacha Exemple : sans mentor");
    }

    [Fact]
    public async Task La_direction_voit_les_invitations_sans_reponse_et_les_roles_qui_finissent_et_rien_des_activites()
    {
        var maintenant = site.Site.Horloge.GetUtcNow();
        await EcrireAsync($$"""
            INSERT INTO comptes.invitations (id, organisation, role, departements, courriel, cle_du_courriel, invitee_par, creee_le, expire_le, envoi)
            VALUES ('{{Guid.CreateVersion7()}}', '{{SiteDesActivites.Mediatheque}}', 'mediateur', '{}', 'attendue@example.org', 'attendue@example.org', '{{SiteDesActivites.Camille}}', '{{maintenant.AddDays(-5):O}}', '{{maintenant.AddDays(2):O}}', 1)
            """);
        await EcrireAsync($"UPDATE comptes.appartenances SET fin = '{maintenant.AddDays(20):O}' WHERE compte = '{Personas.Toutes.Single(p => p.Role == Role.Aidant).Id}' AND fin IS NULL");
        await BrouillonAsync(Guid.CreateVersion7(), SiteDesActivites.Camille, "Brouillon discret", 10);
        using var maxime = await site.Site.CommeAsync(Role.GestionnaireStructure);
        var page = await maxime.LirePageAsync(ATraiter);
        AssertPage.Dit(page, "Invitation sans réponse : attendue@example.org");
        AssertPage.Dit(page, "Alix Exemple, Médiathèque Exemple : fin prochaine");
        Assert.DoesNotContain("Brouillon discret", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("sans activité", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> DeclarerAsync(HttpClient client, IHtmlDocument page, Guid mentor, Guid mentore) =>
        client.EnvoyerLeAsync(Equipe, page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action") == Equipe), ("Mentor", mentor.ToString()), ("Mentore", mentore.ToString()));

    private Task<int> FinirToutAsync() => site.Site.AvecBaseAsync(db => db.Set<Mentorat>().ExecuteDeleteAsync(), "systeme:taches");

    private Task BrouillonAsync(Guid id, Guid auteur, string demarche, int jours) => EcrireAsync(
        $$"""INSERT INTO accompagnement.brouillons (id, auteur, contenu, modifie_le) VALUES ('{{id}}', '{{auteur}}', '{"type":"individuel","demarche":"{{demarche}}"}', '{{site.Site.Horloge.GetUtcNow().AddDays(-jours):O}}')""");

    private async Task EcrireAsync(string sql)
    {
        await using var commande = site.Site.Services.GetRequiredService<Base>().Proprietaire.CreateCommand(sql);
        await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
