using System.Net;
using System.Text.RegularExpressions;
using FaireAvec.Comptes.Domain;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>The second factor: a first one made, codes that count once, brakes that lock nobody else out, seeds and secrets that show nowhere.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed partial class FacteursTests(SiteDeConnexion site)
{
    [Fact]
    public async Task La_premiere_fois_on_choisit_un_moyen_et_on_recoit_dix_codes()
    {
        var compte = await site.CompteAsync();
        var (client, _) = site.Visiteur();
        await site.EntrerAsync(client, compte.Courriel);
        using (var ailleurs = await client.GetAsync("/connexion/facteur"))
        {
            Assert.Equal("/connexion/premier-facteur", SiteDeConnexion.Vers(ailleurs));
        }

        var page = await client.LirePageAsync("/connexion/premier-facteur");
        var montree = page.QuerySelector(".fa-graine")!.TextContent;
        var graine = Base32.Lire(montree)!;
        using (var faux = await SiteDeConnexion.EnvoyerAsync(client, page, "/connexion/premier-facteur", ("Code", "000000")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
            page = await faux.LirePageAsync();
            Assert.Equal(montree, page.QuerySelector(".fa-graine")!.TextContent);
        }

        using (var bon = await SiteDeConnexion.EnvoyerAsync(client, page, "/connexion/premier-facteur", ("Code", site.Code(graine))))
        {
            await AssertPage.StatutAsync(HttpStatusCode.OK, bon);
            page = await bon.LirePageAsync();
        }

        AssertPage.H1(page, "Vos codes imprimés");
        var codes = page.QuerySelectorAll(".fa-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(CodeImprime.Nombre, codes.Distinct().Count());
        await client.LirePageAsync("/espace");
        await site.Courrier.AttendreAsync(compte.Courriel, "moyens de connexion");

        // Nothing of it in clear in the database: neither the seed, nor the codes, nor the links.
        var liens = site.Courrier.Recus.Where(m => m.A == compte.Courriel).SelectMany(m => Jeton().Matches(m.Texte)).Select(m => m.Value).ToList();
        Assert.NotEmpty(liens);
        foreach (var secret in (string[])[Base32.Ecrire(graine), Convert.ToHexString(graine).ToLowerInvariant(), .. codes, .. codes.Select(c => c.Replace("-", "", StringComparison.Ordinal)), .. liens])
        {
            Assert.Equal(0, await OccurrencesAsync(secret));
        }
    }

    [Fact]
    public async Task Un_code_de_l_application_compte_une_fois_et_un_code_imprime_aussi()
    {
        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        var (client, _) = site.Visiteur();
        await site.EntrerAsync(client, compte.Courriel);
        var code = site.Code(graine);
        using (var entre = await SiteDeConnexion.RemplirAsync(client, "/connexion/facteur", null, ("Code", $"{code[..3]} {code[3..]}")))
        {
            Assert.Equal("/espace", SiteDeConnexion.Vers(entre));
        }

        var (autre, _) = site.Visiteur();
        await site.EntrerAsync(autre, compte.Courriel, 2);
        await RefuserAsync(autre, code, "Ce code a déjà servi. Attendez le suivant, dans moins d’une minute.");
        await RefuserAsync(autre, "000000", "Ce code n’est pas le bon. Vérifiez-le, ou prenez le suivant.");
        site.Horloge.Avancer(TimeSpan.FromSeconds(30));
        using (var entre = await SiteDeConnexion.RemplirAsync(autre, "/connexion/facteur", null, ("Code", site.Code(graine))))
        {
            Assert.Equal("/espace", SiteDeConnexion.Vers(entre));
        }

        using var pageDesCodes = await SiteDeConnexion.RemplirAsync(autre, "/mon-compte/codes");
        var imprimes = (await pageDesCodes.LirePageAsync()).QuerySelectorAll(".fa-codes code").Select(c => c.TextContent).ToList();
        for (var (tour, rang) = (0, 3); tour < 2; tour++, rang++)
        {
            var (troisieme, _) = site.Visiteur();
            await site.EntrerAsync(troisieme, compte.Courriel, rang);
            if (tour == 1)
            {
                await RefuserAsync(troisieme, imprimes[0], "Ce code n’est pas le bon. Vérifiez-le, ou prenez le suivant.");
                continue;
            }

            using var entre = await SiteDeConnexion.RemplirAsync(troisieme, "/connexion/facteur", null, ("Code", imprimes[0].ToLowerInvariant()));
            Assert.Equal("/espace", SiteDeConnexion.Vers(entre));
        }
    }

    [Fact]
    public async Task Cent_essais_du_meme_code_au_meme_instant_un_seul_compte()
    {
        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        var (client, _) = site.Visiteur();
        await site.EntrerAsync(client, compte.Courriel);
        var page = await client.LirePageAsync("/connexion/facteur");
        var code = site.Code(graine);
        var reponses = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            using var reponse = await SiteDeConnexion.EnvoyerAsync(client, page, "/connexion/facteur", ("Code", code));
            return SiteDeConnexion.Vers(reponse);
        }));
        Assert.Single(reponses, r => r == "/espace");
    }

    [Fact]
    public async Task Qui_se_trompe_attend_de_plus_en_plus_et_ne_bloque_pas_la_personne_dans_son_navigateur()
    {
        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        var (sien, _) = site.Visiteur();
        await site.EntrerAsync(sien, compte.Courriel);
        (await SiteDeConnexion.RemplirAsync(sien, "/connexion/facteur", null, ("Code", site.Code(graine)))).Dispose();

        // Somebody who reads the mailbox tries codes from elsewhere (same address, a browser that the account doesn't know).
        var (intrus, _) = site.Visiteur();
        await site.EntrerAsync(intrus, compte.Courriel, 2);
        for (var i = 0; i < Frein.Libres; i++)
        {
            await RefuserAsync(intrus, "000000", "Ce code n’est pas le bon. Vérifiez-le, ou prenez le suivant.");
        }

        site.Horloge.Avancer(TimeSpan.FromSeconds(10));
        await RefuserAsync(intrus, site.Code(graine), "Trop d’essais. Attendez 1 min avant le prochain. Personne d’autre n’est bloqué.");

        // The person signs in again where they are known.
        (await SiteDeConnexion.RemplirAsync(sien, "/espace", "/deconnexion")).Dispose();
        await site.EntrerAsync(sien, compte.Courriel, 3);
        site.Horloge.Avancer(TimeSpan.FromSeconds(30));
        using var entre = await SiteDeConnexion.RemplirAsync(sien, "/connexion/facteur", null, ("Code", site.Code(graine)));
        Assert.Equal("/espace", SiteDeConnexion.Vers(entre));
    }

    [Fact]
    public async Task Un_navigateur_inconnu_est_dit_par_courriel_un_connu_ne_l_est_plus()
    {
        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        var (client, _) = site.Visiteur();
        for (var rang = 1; rang <= 2; rang++)
        {
            await site.EntrerAsync(client, compte.Courriel, rang);
            site.Horloge.Avancer(TimeSpan.FromSeconds(30));
            (await SiteDeConnexion.RemplirAsync(client, "/connexion/facteur", null, ("Code", site.Code(graine)))).Dispose();
            (await SiteDeConnexion.RemplirAsync(client, "/espace", "/deconnexion")).Dispose();
        }

        var (autre, cookies) = site.Visiteur();
        await site.EntrerAsync(autre, compte.Courriel, 3, ("PostePartage", "true"));
        site.Horloge.Avancer(TimeSpan.FromSeconds(30));
        (await SiteDeConnexion.RemplirAsync(autre, "/connexion/facteur", null, ("Code", site.Code(graine)))).Dispose();
        var lettre = await site.Courrier.AttendreAsync(compte.Courriel, "Nouvelle connexion");
        Assert.Contains("partagé", lettre.Texte, StringComparison.Ordinal);
        Assert.Single(site.Courrier.Recus, m => m.A == compte.Courriel && m.Objet.Contains("Nouvelle connexion", StringComparison.Ordinal));
        // A shared computer isn't remembered, and its session is short.
        Assert.DoesNotContain(cookies.GetCookies(site.Application.Adresse), c => c.Name == "fa-appareil");
        var minutes = await site.LireAsync(db => db.Set<Session>().Where(s => s.Compte == compte.Id).OrderByDescending(s => s.OuverteLe).Select(s => s.InactiviteMinutes).FirstAsync());
        Assert.Equal(10, minutes);
    }

    [Fact]
    public async Task Sans_lien_utilise_ou_trop_tard_on_recommence()
    {
        var (client, _) = site.Visiteur();
        foreach (var adresse in (string[])["/connexion/facteur", "/connexion/premier-facteur"])
        {
            using var reponse = await client.GetAsync(adresse);
            Assert.Equal("/connexion?recommencer=true", SiteDeConnexion.Vers(reponse));
        }

        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        await site.EntrerAsync(client, compte.Courriel);
        var page = await client.LirePageAsync("/connexion/facteur");
        site.Horloge.Avancer(LienDeConnexion.DureeDeLEtape);
        using var tard = await SiteDeConnexion.EnvoyerAsync(client, page, "/connexion/facteur", ("Code", site.Code(graine)));
        Assert.Equal("/connexion?recommencer=true", SiteDeConnexion.Vers(tard));
        AssertPage.Dit(await client.LirePageAsync("/connexion?recommencer=true"), "Cette connexion a trop attendu");
    }

    [Fact]
    public async Task Une_reponse_de_cle_d_acces_inventee_est_refusee_avec_une_phrase()
    {
        var compte = await site.CompteAsync();
        var client = await site.ConnecteAsync(compte.Id);
        var cle = $"http://localhost:{site.Application.Adresse.Port}";
        using var visiteur = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(cle) };
        var page = await visiteur.LirePageAsync("/connexion");
        foreach (var reponse in (string[])["", "{", "[]", "null", "{}", "{\"id\":1}", "{\"id\":\"x\",\"rawId\":\"x\",\"type\":\"public-key\",\"response\":{}}", new string('{', 10_000), new string('a', 50_000)])
        {
            using var refus = await SiteDeConnexion.EnvoyerAsync(visiteur, page, "/connexion?handler=Cle", ("Reponse", reponse));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
            AssertPage.Dit(await refus.LirePageAsync(), "Cette clé d’accès n’a pas été reconnue");
        }

        // At an address made of figures, the page says why there is none.
        var (chiffres, _) = site.Visiteur();
        var sans = await chiffres.LirePageAsync("/connexion");
        Assert.Null(sans.QuerySelector("form[data-cle-acces]"));
        AssertPage.Dit(sans, "Les clés d’accès ne marchent pas à une adresse en chiffres");
        client.Dispose();
    }

    private static async Task RefuserAsync(HttpClient client, string code, string phrase)
    {
        using var refus = await SiteDeConnexion.RemplirAsync(client, "/connexion/facteur", null, ("Code", code));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
        AssertPage.Erreurs(await refus.LirePageAsync(), phrase);
    }

    // Every text and JSON column of the tables of the module, of the journal and of the outbox.
    private async Task<long> OccurrencesAsync(string secret)
    {
        var total = 0L;
        foreach (var table in await site.Application.Base.ListerAsync<string>("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('comptes', 'noyau') AND table_type = 'BASE TABLE'"))
        {
            total += await site.Application.Base.LireAsync<long>($"SELECT count(*) FROM {table} t WHERE strpos(lower(t::text), lower($1)) > 0", secret);
        }

        return total;
    }

    [GeneratedRegex("[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Jeton();
}
