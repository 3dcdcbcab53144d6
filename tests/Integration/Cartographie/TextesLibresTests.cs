using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using FaireAvec.Ui.Formulaires;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>What people write in a form is looked at before it is kept: refused, or confirmed once. Nothing typed is lost.</summary>
public class TextesLibresTests(ApplicationDeTest application) : IClassFixture<ApplicationDeTest>
{
    [Theory]
    [InlineData("Bonjour,\nmdp de la personne : soleil42", "Ce texte contient un mot de passe ou un code secret (ligne 2 : « mdp… »). Effacez-le : personne ne doit le garder, même pour aider.")]
    [InlineData("Son numéro est 1 85 05 42 990 999 19", "Ce texte contient un numéro de sécurité sociale (ligne 1 : « 1 8… »). Effacez-le : il ne s’écrit nulle part ici.")]
    public async Task Un_secret_est_refuse_et_le_texte_reste(string message, string phrase)
    {
        var (id, adresse) = await LieuAsync();
        using var reponse = await EcrireAsync(adresse, message);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Equal([phrase], page.QuerySelectorAll(".govuk-error-summary__list li").Select(l => AssertPage.Texte(l).Replace('\u00a0', ' ')));
        Assert.Equal(message, ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=Message]")!).Value.Trim());
        Assert.Null(page.QuerySelector($"input[name={TextesLibres.Compris}]"));
        Assert.Equal(0, await NombreAsync(id));
    }

    [Fact]
    public async Task Un_telephone_se_confirme_une_fois()
    {
        const string Message = "Le bon numéro est le 01 99 00 12 34.";
        var (id, adresse) = await LieuAsync();
        using var reponse = await EcrireAsync(adresse, Message);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.StartsWith("Ce texte contient un numéro de téléphone", AssertPage.Texte(page.QuerySelector(".govuk-error-summary__list li")!), StringComparison.Ordinal);
        var boite = (IHtmlInputElement)page.QuerySelector($"input[name={TextesLibres.Compris}]")!;
        Assert.False(boite.IsChecked);
        Assert.Equal("Je comprends, enregistrer quand même", AssertPage.Texte(page.QuerySelector($"label[for={boite.Id}]")!));
        Assert.Equal(0, await NombreAsync(id));

        using var confirme = await application.Client.EnvoyerAsync(adresse, page, (TextesLibres.Compris, boite.Value));
        Assert.Equal(HttpStatusCode.Redirect, confirme.StatusCode);
        Assert.Equal(1, await NombreAsync(id));
    }

    [Fact]
    public async Task Une_confirmation_ne_vaut_que_pour_son_texte()
    {
        var (id, adresse) = await LieuAsync();
        using var premier = await EcrireAsync(adresse, "Le 01 99 00 12 34");
        var page = await premier.LirePageAsync();
        var boite = ((IHtmlInputElement)page.QuerySelector($"input[name={TextesLibres.Compris}]")!).Value;
        using var autre = await application.Client.EnvoyerAsync(adresse, page, ("Message", "Le 01 99 00 56 78"), (TextesLibres.Compris, boite));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, autre);
        using var secret = await application.Client.EnvoyerAsync(adresse, page, ("Message", "mdp : soleil"), (TextesLibres.Compris, boite));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, secret);
        Assert.Equal(0, await NombreAsync(id));
    }

    [Fact]
    public async Task Une_confirmation_deja_donnee_reste_quand_autre_chose_manque()
    {
        var (id, adresse) = await LieuAsync();
        using var premier = await EcrireAsync(adresse, "Le 01 99 00 12 34");
        var page = await premier.LirePageAsync();
        var boite = ((IHtmlInputElement)page.QuerySelector($"input[name={TextesLibres.Compris}]")!).Value;
        using var sansCategorie = await application.Client.EnvoyerAsync(adresse, page, ("Categorie", ""), (TextesLibres.Compris, boite));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansCategorie);
        page = await sansCategorie.LirePageAsync();
        AssertPage.Erreurs(page, "Choisissez ce qui n’est pas juste.");
        Assert.True(((IHtmlInputElement)page.QuerySelector($"input[name={TextesLibres.Compris}]")!).IsChecked);
        using var bon = await application.Client.EnvoyerAsync(adresse, page, ("Categorie", "Contact"));
        Assert.Equal(HttpStatusCode.Redirect, bon.StatusCode);
        Assert.Equal(1, await NombreAsync(id));
    }

    private async Task<HttpResponseMessage> EcrireAsync(string adresse, string message) =>
        await application.Client.EnvoyerAsync(adresse, await application.Client.LirePageAsync(adresse), ("Categorie", "Contact"), ("Message", message));

    private async Task<(string Id, string Adresse)> LieuAsync()
    {
        var id = await new LieuDeTest().Nomme("Espace écrit").CreerAsync(application);
        return (id, $"/lieux/espace-ecrit-{id}/signaler");
    }

    private Task<int> NombreAsync(string lieu) => application.AvecBaseAsync(db => db.Set<Signalement>().CountAsync(s => s.LieuId == lieu), "administrateur");
}
