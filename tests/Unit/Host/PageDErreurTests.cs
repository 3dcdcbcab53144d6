using FaireAvec.Host.Site;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Tests.Unit.Host;

public class PageDErreurTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public void Une_erreur_montre_les_sorties(int statut)
    {
        var html = PageDErreur.Html(statut, null, Requete("/lieux"));

        Assert.Contains("lang=\"fr\"", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{System.Net.WebUtility.HtmlEncode(Erreurs.Phrases(statut).Titre)}</h1>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/contact\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(414)]
    [InlineData(415)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Qui_a_choisi_l_anglais_lit_l_erreur_en_anglais(int statut)
    {
        var requete = Requete("/lieux");
        requete.Headers.Cookie = "fa-langue=c%3Den%7Cuic%3Den";
        var html = PageDErreur.Html(statut, 90, requete);

        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("[éèêàçùîô’]|&#(2[2-5][0-9]|8217);", html);
        Assert.NotEqual(Erreurs.Phrases(statut), Erreurs.PhrasesEnAnglais(statut));
    }

    [Fact]
    public void Une_panne_ne_propose_que_de_reessayer()
    {
        var html = PageDErreur.Html(503, 5, Requete("/comprendre"));

        Assert.Contains("Réessayez dans 5\u00a0secondes.", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/comprendre\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/contact\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\"><script>alert(1)</script>")]
    public void L_adresse_redonnee_reste_sur_le_site_et_echappee(string chemin)
    {
        var html = PageDErreur.Html(503, 5, Requete(chemin));

        Assert.DoesNotContain("href=\"//", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private static HttpRequest Requete(string chemin) => new DefaultHttpContext { Request = { Method = "GET", Path = chemin } }.Request;
}
