using System.Net;
using System.Text.RegularExpressions;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>The support looks at somebody's screen with their code: read-only, thirty minutes, shown to them; otherwise not at all.</summary>
[Collection(Donnees.Nom)]
public sealed partial class AssistanceTests(SiteDesDonnees site)
{
    [Theory]
    [InlineData(Role.Mediateur)]
    [InlineData(Role.AdministrateurNational)]
    [InlineData(Role.Auditeur)]
    public async Task Sans_le_droit_on_ne_regarde_personne(Role role)
    {
        var qui = await site.PersonneAsync(role);
        using var reponse = await qui.Client.GetAsync("/comptes/assistance");
        await AssertPage.ErreurAsync(HttpStatusCode.Forbidden, "Page réservée", reponse);
    }

    [Fact]
    public async Task Avec_le_code_le_support_regarde_sans_rien_changer_puis_s_arrete()
    {
        var (qui, support) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Support));
        using var commence = await RegarderAsync(support, qui, await CodeAsync(qui));
        Assert.Equal(HttpStatusCode.Redirect, commence.StatusCode);

        var espace = await support.Client.LirePageAsync("/espace");
        AssertPage.H1(espace, $"Bonjour {qui.Nom}");
        Assert.Contains($"Vous regardez l’écran de {qui.Nom}", AssertPage.Texte(espace.QuerySelector(".fa-barre-compte")!), StringComparison.Ordinal);
        foreach (var adresse in (string[])["/mes-donnees", "/mes-donnees?format=json", "/mes-donnees/accords", "/mes-donnees/assistance", "/comptes/assistance"])
        {
            using var ferme = await support.Client.GetAsync(adresse);
            Assert.Equal(HttpStatusCode.Forbidden, ferme.StatusCode);
        }

        var jeton = espace.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var formulaire = new FormUrlEncodedContent([new("Choix", qui.Organisation.ToString()), new("__RequestVerificationToken", jeton)]);
        using var ecrire = await support.Client.PostAsync("/espace/organisation", formulaire);
        Assert.Equal(HttpStatusCode.Forbidden, ecrire.StatusCode);

        // The person sees it, with the reason.
        AssertPage.Dit(await qui.Client.LirePageAsync("/mes-donnees"), "Bouton introuvable");
        AssertPage.Dit(await qui.Client.LirePageAsync("/mes-donnees/assistance"), support.Nom);

        using var fin = new FormUrlEncodedContent([new("__RequestVerificationToken", jeton)]);
        using var fini = await support.Client.PostAsync("/deconnexion", fin);
        Assert.Equal("/comptes/assistance?fait=fini", fini.Headers.Location?.ToString());
        AssertPage.Dit(await support.Client.LirePageAsync("/comptes/assistance?fait=fini"), "Vous ne regardez plus l’écran de cette personne.");
        AssertPage.H1(await support.Client.LirePageAsync("/espace"), $"Bonjour {support.Nom}");
        Assert.Equal(2, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'comptes.Session' AND acteur = $1 AND action = 'modification'", support.Id.ToString()));
    }

    [Fact]
    public async Task En_regardant_aucune_page_et_aucun_envoi_n_ecrit()
    {
        var (qui, support) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Support));
        using var commence = await RegarderAsync(support, qui, await CodeAsync(qui));
        Assert.Equal(HttpStatusCode.Redirect, commence.StatusCode);
        var jeton = (await support.Client.LirePageAsync("/espace")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var adresses = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => (Adresse: $"/{Parametre().Replace(e.RoutePattern.RawText ?? "", m => m.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1").TrimStart('/')}", Verbes: e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods))
            .Where(e => !e.Adresse.StartsWith("/api/", StringComparison.Ordinal) && e.Adresse != "/deconnexion" && e.Verbes?.Any(v => v is "POST" or "PUT" or "DELETE" or "PATCH") != false)
            .Select(e => e.Adresse).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(adresses.Count > 100);
        var passes = new List<string>();
        foreach (var adresse in adresses)
        {
            using var formulaire = new FormUrlEncodedContent([new("__RequestVerificationToken", jeton)]);
            using var reponse = await support.Client.PostAsync(adresse, formulaire);
            if (reponse.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnsupportedMediaType))
            {
                passes.Add($"{(int)reponse.StatusCode} {adresse}");
            }
        }

        Assert.True(passes.Count == 0, string.Join('\n', passes));
        // And still looking: nothing of it ended the look.
        AssertPage.H1(await support.Client.LirePageAsync("/espace"), $"Bonjour {qui.Nom}");
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parametre();

    [Fact]
    public async Task Apres_trente_minutes_le_regard_est_fini()
    {
        var (qui, support) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Support));
        using var commence = await RegarderAsync(support, qui, await CodeAsync(qui));
        Assert.Equal(HttpStatusCode.Redirect, commence.StatusCode);
        await site.Base.ExecuterAsync("UPDATE comptes.sessions SET regarde_jusqu_a = $1 WHERE compte = $2", site.Horloge.Instant.UtcDateTime, support.Id);
        AssertPage.H1(await support.Client.LirePageAsync("/espace"), $"Bonjour {support.Nom}");
    }

    [Fact]
    public async Task Un_code_sert_une_fois_et_le_nouveau_remplace_l_ancien()
    {
        var (qui, un, deux) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Support), await site.PersonneAsync(Role.Support));
        var (ancien, nouveau) = (await CodeAsync(qui), await CodeAsync(qui));
        if (ancien != nouveau)
        {
            using var perime = await RegarderAsync(un, qui, ancien);
            await RefuseAsync(perime);
        }

        using var bon = await RegarderAsync(un, qui, nouveau);
        Assert.Equal(HttpStatusCode.Redirect, bon.StatusCode);
        using var encore = await RegarderAsync(deux, qui, nouveau);
        await RefuseAsync(encore);
    }

    [Fact]
    public async Task Un_code_perime_un_mauvais_code_et_un_compte_inconnu_ont_la_meme_reponse()
    {
        var (qui, support) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Support));
        var code = await CodeAsync(qui);
        using var inconnu = await site.PosterAsync(support, "/comptes/assistance", ("Courriel", "personne@example.org"), ("Code", code), ("Motif", "Essai"));
        await RefuseAsync(inconnu);
        using var mauvais = await RegarderAsync(support, qui, code == "000000" ? "000001" : "000000");
        await RefuseAsync(mauvais);
        using var illisible = await RegarderAsync(support, qui, "abc");
        await RefuseAsync(illisible);
        await site.Base.ExecuterAsync("UPDATE comptes.codes_d_assistance SET expire_le = $1 WHERE compte = $2", site.Horloge.Instant.UtcDateTime, qui.Id);
        using var perime = await RegarderAsync(support, qui, code);
        await RefuseAsync(perime);
    }

    [Fact]
    public async Task Apres_cinq_essais_meme_le_bon_code_est_refuse()
    {
        var (qui, support) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Support));
        var code = await CodeAsync(qui);
        for (var i = 0; i < CodeDAssistance.EssaisMax; i++)
        {
            using var essai = await RegarderAsync(support, qui, code == "111111" ? "111112" : "111111");
            await RefuseAsync(essai);
        }

        using var bon = await RegarderAsync(support, qui, code);
        await RefuseAsync(bon);
    }

    [Fact]
    public async Task Vingt_usages_ensemble_un_seul_reussit()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var supports = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.PersonneAsync(Role.Support)));
        var code = await CodeAsync(qui);
        var reponses = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => RegarderAsync(supports[i % supports.Length], qui, code)));
        Assert.Single(reponses, r => r.StatusCode == HttpStatusCode.Redirect && r.Headers.Location!.ToString() == "/espace");
        foreach (var reponse in reponses)
        {
            reponse.Dispose();
        }
    }

    [Theory]
    [InlineData(Role.AdministrateurNational)]
    [InlineData(Role.Auditeur)]
    public async Task Qui_peut_plus_que_le_support_ne_se_regarde_pas(Role role)
    {
        var (qui, support) = (await site.PersonneAsync(role), await site.PersonneAsync(Role.Support));
        using var reponse = await RegarderAsync(support, qui, await CodeAsync(qui));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reponse);
        AssertPage.Erreurs(await reponse.LirePageAsync(), "Ce compte a plus de droits que le support : son écran ne se regarde pas.");
        AssertPage.H1(await support.Client.LirePageAsync("/espace"), $"Bonjour {support.Nom}");
    }

    [Fact]
    public async Task Il_faut_dire_pourquoi()
    {
        var (qui, support) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Support));
        using var reponse = await site.PosterAsync(support, "/comptes/assistance", ("Courriel", qui.Courriel), ("Code", await CodeAsync(qui)), ("Motif", ""));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.Erreurs(page, "Écrivez pourquoi : la personne le lira.");
        Assert.Equal(qui.Courriel, page.QuerySelector("input[name=Courriel]")!.GetAttribute("value"));
    }

    private static async Task<string> CodeAsync(Personne qui)
    {
        using var reponse = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/assistance");
        var page = await reponse.LirePageAsync();
        return AssertPage.Texte(page.QuerySelector(".fa-code-lu")!).Replace(" ", "", StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> RegarderAsync(Personne support, Personne qui, string code) =>
        site.PosterAsync(support, "/comptes/assistance", ("Courriel", qui.Courriel), ("Code", code), ("Motif", "Bouton introuvable"));

    private static async Task RefuseAsync(HttpResponseMessage reponse)
    {
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Erreurs(await reponse.LirePageAsync(), "Ce code n’est pas le bon, ou il n’est plus valable. La personne peut en faire un autre.");
    }
}
