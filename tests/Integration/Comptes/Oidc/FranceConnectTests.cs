using System.Net;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.Oidc;

/// <summary>The person helped identifies themselves: what is shown, and that nothing is kept.</summary>
[Collection(AvecFournisseur.Nom)]
public sealed class FranceConnectTests(SiteOidc site) : IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        site.Recommencer();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task L_identite_pivot_se_montre_et_s_efface_sans_rien_garder_dans_la_base()
    {
        await site.Fournisseur.PersonneAsync("usager-1", new { given_name = "ANGÈLE MARIE", family_name = "FICTIVE", preferred_username = "EXEMPLE", birthdate = "1962-08-24", gender = "female", birthplace = "42218", birthcountry = "99100" });
        using var navigateur = site.Application.NouveauClient();
        var (reponse, adresse) = await site.SuivreAsync(navigateur, "/usager/franceconnect");
        Assert.Equal("/usager", adresse.AbsolutePath);
        var page = await reponse.LirePageAsync();
        foreach (var mots in new[] { "ANGÈLE, MARIE", "FICTIVE", "EXEMPLE", "24/08/1962", "Nous n’avons rien enregistré" })
        {
            AssertPage.Dit(page, mots);
        }

        Assert.Equal(0, await site.Application.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE apres LIKE '%FICTIVE%'"));
        using var oubli = await navigateur.EnvoyerAsync("/usager", page);
        AssertPage.Dit(await navigateur.LirePageAsync(oubli.Headers.Location!.ToString()), "C’est effacé.");
        AssertPage.H1(await navigateur.LirePageAsync("/usager"), "S’identifier avec FranceConnect");
    }

    [Fact]
    public async Task Sans_lieu_de_naissance_ni_courriel_on_est_quand_meme_reconnu()
    {
        await site.Fournisseur.PersonneAsync("usager-2", new { given_name = "Jean-Paul", family_name = "O’Fictif", birthdate = "1955-00-00", birthplace = "", birthcountry = "99352" });
        var (reponse, _) = await site.SuivreAsync(site.Application.NouveauClient(), "/usager/franceconnect");
        var page = await reponse.LirePageAsync();
        AssertPage.Dit(page, "1955");
        AssertPage.Dit(page, "Non renseignée, ou à l’étranger");
    }

    [Fact]
    public async Task Un_niveau_plus_haut_demande_n_accepte_pas_moins()
    {
        await site.Fournisseur.PersonneAsync("usager-3", new { given_name = "A", family_name = "B", birthdate = "1990-01-01" });
        site.Alteration.Charge = c => c["acr"] = "eidas1";
        var (reponse, _) = await site.SuivreAsync(site.Application.NouveauClient(), "/usager/franceconnect?niveau=eidas2");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "Votre moyen de connexion n’est pas assez sûr pour ce service.");
    }

    [Fact]
    public async Task Sans_nom_on_ne_reconnait_personne()
    {
        await site.Fournisseur.PersonneAsync("usager-4", new { given_name = "A", birthdate = "1990-01-01" });
        var (reponse, _) = await site.SuivreAsync(site.Application.NouveauClient(), "/usager/franceconnect");
        AssertPage.Dit(await reponse.LirePageAsync(), "Le service d’identité n’a pas transmis votre nom");
    }

    [Fact]
    public async Task Un_cookie_change_ou_vieux_n_identifie_personne()
    {
        using var navigateur = site.Application.NouveauClient();
        navigateur.DefaultRequestHeaders.Add("Cookie", "fa-usager=CfDJ8AAAA");
        AssertPage.H1(await navigateur.LirePageAsync("/usager"), "S’identifier avec FranceConnect");
    }
}
