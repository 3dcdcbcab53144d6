using System.Net;
using FaireAvec.Comptes.Clients;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.Clients;

/// <summary>The pages of the clients of the API: who comes in, what isn't there, wrong state, good.</summary>
[Collection(CollectionDesClients.Nom)]
public sealed class PagesDesClientsTests(SiteDesClients site)
{
    private const string Liste = "/administration/clients";

    public static TheoryData<string> Pages() => ["", "/nouveau", "/{id}", "/{id}/modifier", "/{id}/secret", "/{id}/revoquer"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Sans_le_droit_on_n_entre_pas(string page)
    {
        var adresse = Liste + page.Replace("{id}", (await site.CreerAsync()).Client.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetStatutAsync(adresse)).Statut);
        using var mediateur = await site.CommeAsync(Role.Mediateur);
        Assert.Equal(HttpStatusCode.Forbidden, (await mediateur.GetStatutAsync(adresse)).Statut);
        using var admin = await site.CommeAsync(Role.AdministrateurNational);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetStatutAsync(adresse)).Statut);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Un_client_inconnu_ou_d_une_autre_organisation_n_est_pas_la(string page)
    {
        if (!page.Contains("{id}", StringComparison.Ordinal))
        {
            return;
        }

        using var admin = await site.CommeAsync(Role.AdministrateurNational);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetStatutAsync(Liste + page.Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal))).Statut);

        // Made by the national team in its own name: the manager of the médiathèque doesn't see it.
        var formulaire = await admin.LirePageAsync($"{Liste}/nouveau");
        using var cree = await admin.EnvoyerPremierAsync($"{Liste}/nouveau", formulaire, ("Nom", "Ailleurs"), ("Organisation", FaireAvec.Comptes.Demonstration.Personas.IdDOrganisation("hub").ToString()), ("Etendues", "essai:lire"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, cree);
        var lien = (await cree.LirePageAsync()).QuerySelector("main a.govuk-button, main a[href^='/administration/clients/0']")!.GetAttribute("href")!;
        using var gestionnaire = await site.CommeAsync(Role.GestionnaireStructure);
        Assert.Equal(HttpStatusCode.NotFound, (await gestionnaire.GetStatutAsync(page.Replace("/{id}", lien, StringComparison.Ordinal))).Statut);
    }

    [Fact]
    public async Task Un_gestionnaire_donne_ce_qu_il_a_sur_son_organisation_et_voit_le_secret_une_fois()
    {
        using var gestionnaire = await site.CommeAsync(Role.GestionnaireStructure);
        var formulaire = await gestionnaire.LirePageAsync($"{Liste}/nouveau");
        AssertPage.H1(formulaire, "Donner un accès à un logiciel");
        Assert.Equal(["essai:ecrire", "essai:lire", "evenements:lire"], formulaire.QuerySelectorAll("input[name=Etendues]").Select(e => e.GetAttribute("value")));
        Assert.Empty(formulaire.QuerySelectorAll("[name=Portee], [name=Organisation], [name=LimiteParSeconde]"));

        // Fields that aren't on the page are of no use to somebody who writes them by hand.
        using var trop = await gestionnaire.EnvoyerPremierAsync($"{Liste}/nouveau", formulaire, ("Nom", "Agenda"), ("Etendues", "essai:tout"), ("Portee", "National"), ("LimiteParSeconde", "5000"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, trop);
        var refus = await trop.LirePageAsync();
        Assert.Equal("Agenda", refus.QuerySelector("input[name=Nom]")!.GetAttribute("value"));
        Assert.Contains("« essai:tout » n’est pas une étendue que vous pouvez donner.", refus.Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);

        using var cree = await gestionnaire.EnvoyerPremierAsync($"{Liste}/nouveau", formulaire, ("Nom", "Agenda du gestionnaire"), ("Etendues", "essai:lire"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, cree);
        Assert.True(cree.Headers.CacheControl?.NoStore);
        var page = await cree.LirePageAsync();
        var secret = page.QuerySelector("[data-secret]")!.TextContent;
        var client = Guid.Parse(page.QuerySelector("dd code")!.TextContent);
        using var moi = await site.LireAsync("/api/v1/moi", await site.JetonAsync(new SecretDonne(client, secret, default)));
        Assert.Contains("\"portee\":\"organisation\"", await moi.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var (_, apres) = await gestionnaire.GetStatutAsync($"{Liste}/{client}");
        Assert.DoesNotContain(secret, apres, StringComparison.Ordinal);
        AssertPage.Dit(await gestionnaire.LirePageAsync($"{Liste}?q=gestionnaire&etat=ouverts"), "Agenda du gestionnaire");
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_et_rien_n_est_perdu()
    {
        using var admin = await site.CommeAsync(Role.AdministrateurNational);
        var formulaire = await admin.LirePageAsync($"{Liste}/nouveau");
        using var vide = await admin.EnvoyerPremierAsync($"{Liste}/nouveau", formulaire, ("Nom", " "), ("Portee", "Territoire"), ("Departements", "42, 99"), ("DureeJours", "9999"), ("LimiteParSeconde", "0"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        var page = await vide.LirePageAsync();
        Assert.Equal(6, page.QuerySelectorAll(".govuk-error-summary__list li").Length);
        Assert.Equal("42, 99", page.QuerySelector("input[name=Departements]")!.GetAttribute("value"));
        foreach (var (nom, valeur) in ((string, string)[])[("DureeJours", "mille"), ("LimiteParSeconde", "99999999999999"), ("Organisation", "x"), ("Portee", "Partout")])
        {
            using var faux = await admin.EnvoyerPremierAsync($"{Liste}/nouveau", formulaire, ("Nom", "x"), (nom, valeur));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        }
    }

    [Fact]
    public async Task On_modifie_on_tourne_et_on_retire_apres_confirmation()
    {
        var secret = await site.CreerAsync(Portee.Organisation, etendues: ["essai:lire", "essai:tout"]);
        var adresse = $"{Liste}/{secret.Client}";
        using var gestionnaire = await site.CommeAsync(Role.GestionnaireStructure);
        // The manager changes the name; what the national team gave stays, though the manager couldn't give it.
        var modifier = await gestionnaire.LirePageAsync($"{adresse}/modifier");
        using var modifie = await gestionnaire.EnvoyerPremierAsync($"{adresse}/modifier", modifier, ("Nom", "Nouveau nom"), ("Etendues", "essai:ecrire"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, modifie);
        var page = await gestionnaire.LirePageAsync($"{adresse}?fait=modifie");
        AssertPage.H1(page, "Nouveau nom");
        Assert.Equal(["essai:ecrire", "essai:tout"], page.QuerySelectorAll("dd li code").Select(AssertPage.Texte));

        var tourner = await gestionnaire.LirePageAsync($"{adresse}/secret");
        using var tourne = await gestionnaire.EnvoyerPremierAsync($"{adresse}/secret", tourner, ("Chevauchement", "3"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, tourne);
        using var trop = await gestionnaire.EnvoyerPremierAsync($"{adresse}/secret", tourner, ("Chevauchement", "3"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, trop);
        AssertPage.Dit(await trop.LirePageAsync(), "Deux secrets sont déjà valables");

        page = await gestionnaire.LirePageAsync(adresse);
        var retirer = page.QuerySelector("a[href*='/secret/']")!.GetAttribute("href")!;
        using var retire = await gestionnaire.EnvoyerPremierAsync(retirer, await gestionnaire.LirePageAsync(retirer));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        Assert.Equal(HttpStatusCode.NotFound, (await gestionnaire.GetStatutAsync(retirer)).Statut);

        var revoquer = await gestionnaire.LirePageAsync($"{adresse}/revoquer");
        using var sansMotif = await gestionnaire.EnvoyerPremierAsync($"{adresse}/revoquer", revoquer, ("Motif", ""));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
        AssertPage.Erreurs(await sansMotif.LirePageAsync(), "Dites pourquoi cet accès est retiré.");
        using var fait = await gestionnaire.EnvoyerPremierAsync($"{adresse}/revoquer", revoquer, ("Motif", "Le logiciel n’est plus utilisé"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, fait);
        AssertPage.Dit(await gestionnaire.LirePageAsync(adresse), "Le logiciel n’est plus utilisé");
        // Wrong state: nothing of a removed one changes any more.
        foreach (var suite in (string[])["modifier", "secret", "revoquer"])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await gestionnaire.GetStatutAsync($"{adresse}/{suite}")).Statut);
        }
    }

    [Fact]
    public async Task Un_gestionnaire_n_ajoute_rien_a_un_acces_plus_large_que_son_organisation()
    {
        // The national team let it in everywhere, to read one thing: a scope more would go as far.
        var adresse = $"{Liste}/{(await site.CreerAsync(portee: Portee.National, etendues: ["essai:lire"])).Client}/modifier";
        using var gestionnaire = await site.CommeAsync(Role.GestionnaireStructure);
        var formulaire = await gestionnaire.LirePageAsync(adresse);
        Assert.Equal(["essai:lire"], formulaire.QuerySelectorAll("input[name=Etendues]").Select(e => e.GetAttribute("value")));
        using var plus = await gestionnaire.EnvoyerPremierAsync(adresse, formulaire, ("Nom", "Agenda"), ("Etendues", "essai:lire"), ("Etendues", "essai:ecrire"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, plus);
        Assert.Contains("« essai:ecrire » n’est pas une étendue que vous pouvez donner.", (await plus.LirePageAsync()).Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        using var nom = await gestionnaire.EnvoyerPremierAsync(adresse, formulaire, ("Nom", "Agenda du service"), ("Etendues", "essai:lire"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, nom);
    }

    [Fact]
    public async Task Le_motif_d_un_retrait_ne_garde_pas_de_numero_de_securite_sociale()
    {
        var adresse = $"{Liste}/{(await site.CreerAsync()).Client}/revoquer";
        using var gestionnaire = await site.CommeAsync(Role.GestionnaireStructure);
        using var refus = await gestionnaire.EnvoyerPremierAsync(adresse, await gestionnaire.LirePageAsync(adresse), ("Motif", "Demande de 1 85 05 78 006 084 91"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
        var page = await refus.LirePageAsync();
        AssertPage.Dit(page, "numéro de sécurité sociale");
        Assert.Equal("Demande de 1 85 05 78 006 084 91", page.QuerySelector("textarea[name=Motif]")!.TextContent);
    }
}
