using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>A card given while an act is noted: the person is followed from then on, and in the act.</summary>
[Collection(PersonnesDuSite.Nom)]
public sealed class CarteDansUnActeTests(SiteDesMembres site)
{
    private static (string Nom, string Valeur)[] Usuel => [("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "45"), ("F.TypeDeLieu", "a_distance")];

    private static (string Nom, string Valeur)[] De(CarteImprimee carte) => [("CarteNumero", carte.Numero), ("CarteSecret", carte.Secret)];

    [Theory]
    [InlineData("individuel")]
    [InlineData("demarche")]
    [InlineData("collectif")]
    public async Task La_personne_est_suivie_et_dans_l_acte(string type)
    {
        using var ici = await site.MediateurAsync();
        using var ailleurs = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        var page = await ailleurs.Client.LirePageAsync(LiensAccompagnement.NouvelleDeType(type));
        // Sent twice: one act, one follow-up.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var note = await ailleurs.Client.EnvoyerPremierAsync("", page, [.. Usuel, .. De(carte)]);
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, note);
        }

        Assert.Single(await site.ActesAsync(carte.Personne));
        Assert.Equal(2, await site.LireToutAsync(db => db.Set<Suivi>().CountAsync(s => s.Personne == carte.Personne && s.Fin == null)));
        await ailleurs.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(carte.Personne));
    }

    [Fact]
    public async Task Un_mauvais_code_et_un_numero_inconnu_ont_la_meme_reponse_et_rien_n_est_perdu()
    {
        using var ici = await site.MediateurAsync();
        using var ailleurs = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        var page = await ailleurs.Client.LirePageAsync(LiensAccompagnement.NouvelleActivite);
        (string, string)[] faux = [("CarteNumero", carte.Numero), ("CarteSecret", SecretDeCarte.Nouveau().Presente)];
        (string, string)[] inconnu = [("CarteNumero", NumeroDeCarte.Nouveau().Presente), ("CarteSecret", SecretDeCarte.Nouveau().Presente)];
        foreach (var essai in new[] { faux, inconnu })
        {
            using var refus = await ailleurs.Client.EnvoyerPremierAsync("", page, [.. Usuel, .. essai, ("F.Suite", "Revenir mardi")]);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
            var lue = await refus.LirePageAsync();
            AssertPage.Dit(lue, ErreursPersonnes.Carte.Message);
            Assert.Equal(("Revenir mardi", essai[0].Item2, essai[1].Item2), (lue.QuerySelector("[name='F.Suite']")!.GetAttribute("value"), lue.QuerySelector("[name=CarteNumero]")!.GetAttribute("value"), lue.QuerySelector("[name=CarteSecret]")!.GetAttribute("value")));
            Assert.True(((IHtmlInputElement)lue.QuerySelector("[name='F.Thematiques'][value=email]")!).IsChecked);
        }

        // Half a card is a fault of its own.
        using var moitie = await ailleurs.Client.EnvoyerPremierAsync("", page, [.. Usuel, ("CarteNumero", carte.Numero)]);
        AssertPage.Dit(await moitie.LirePageAsync(), "Le code secret a 6 caractères");
        Assert.Empty(await site.ActesAsync(carte.Personne));
        await ailleurs.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(carte.Personne));
    }

    [Fact]
    public async Task Les_echecs_se_comptent_comme_sur_la_page_des_cartes()
    {
        using var ici = await site.MediateurAsync();
        using var ailleurs = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        var page = await ailleurs.Client.LirePageAsync(LiensAccompagnement.NouvelleActivite);
        foreach (var _ in Enumerable.Range(0, FreinDesCartes.Libres))
        {
            using var essai = await ailleurs.Client.EnvoyerPremierAsync("", page, [.. Usuel, ("CarteNumero", carte.Numero), ("CarteSecret", SecretDeCarte.Nouveau().Presente)]);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, essai);
        }

        using var juste = await ailleurs.Client.EnvoyerPremierAsync("", page, [.. Usuel, .. De(carte)]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, juste);
        AssertPage.Dit(await juste.LirePageAsync(), "Trop d’essais. Attendez");
        // The same wait on the page of cards.
        using var laBas = await ailleurs.PresenterAsync(carte.Numero, carte.Secret);
        AssertPage.Dit(await laBas.LirePageAsync(), "Trop d’essais. Attendez");
    }

    [Fact]
    public async Task Un_acte_refuse_garde_la_personne_cochee_et_pas_le_code()
    {
        using var ici = await site.MediateurAsync();
        using var ailleurs = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        var page = await ailleurs.Client.LirePageAsync(LiensAccompagnement.NouvelleActivite);
        using var refus = await ailleurs.Client.EnvoyerPremierAsync("", page, [.. Usuel.Where(u => u.Nom != "F.Thematiques"), .. De(carte)]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
        var lue = await refus.LirePageAsync();
        AssertPage.Dit(lue, "Choisissez une thématique");
        Assert.True(((IHtmlInputElement)lue.QuerySelector($"[name='F.Personnes'][value='{carte.Personne}']")!).IsChecked);
        Assert.DoesNotContain(carte.Secret, lue.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var note = await ailleurs.Client.EnvoyerPremierAsync("", lue, ("F.Thematiques", "email"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, note);
        Assert.Single(await site.ActesAsync(carte.Personne));
    }

    [Fact]
    public async Task Un_brouillon_ne_garde_jamais_la_carte_mais_la_personne()
    {
        using var ici = await site.MediateurAsync();
        using var ailleurs = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        var page = await ailleurs.Client.LirePageAsync(LiensAccompagnement.NouvelleActivite);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        var formulaire = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        formulaire.RemoveAttribute("action");
        const string Adresse = $"{LiensAccompagnement.NouvelleActivite}?handler=Brouillon";
        // By itself: what is typed goes, the card stays.
        using var auto = await ailleurs.Client.EnvoyerLeAsync(Adresse, formulaire, [.. Usuel, .. De(carte), ("auto", "true")]);
        await AssertPage.StatutAsync(HttpStatusCode.NoContent, auto);
        var contenu = await site.Base.LireAsync<string>($"SELECT contenu FROM accompagnement.brouillons WHERE id = '{id}'");
        Assert.DoesNotContain(SecretDeCarte.Lire(carte.Secret)!.Value.Valeur, contenu!.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        await ailleurs.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(carte.Personne));

        using var faux = await ailleurs.Client.EnvoyerLeAsync(Adresse, formulaire, [.. Usuel, ("CarteNumero", carte.Numero), ("CarteSecret", SecretDeCarte.Nouveau().Presente)]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        using var garde = await ailleurs.Client.EnvoyerLeAsync(Adresse, formulaire, [.. Usuel, .. De(carte)]);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
        var reprise = await ailleurs.Client.LirePageAsync(LiensAccompagnement.ReprendreBrouillon(id));
        Assert.True(((IHtmlInputElement)reprise.QuerySelector($"[name='F.Personnes'][value='{carte.Personne}']")!).IsChecked);
    }

    [Fact]
    public async Task Qui_coordonne_ne_lit_pas_de_carte()
    {
        using var ici = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        using var dominique = await site.MediateurAsync(role: Role.Coordinateur);
        var page = await dominique.Client.LirePageAsync(LiensAccompagnement.NouvelleActivite);
        Assert.Null(page.QuerySelector("[name=CarteNumero]"));
        using var force = await dominique.Client.EnvoyerPremierAsync("", page, [.. Usuel, .. De(carte)]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, force);
        AssertPage.Dit(await force.LirePageAsync(), "Vous ne pouvez pas suivre des personnes avec ce rôle");
        Assert.Empty(await site.ActesAsync(carte.Personne));
    }

    [Fact]
    public async Task En_corrigeant_aussi_la_carte_ajoute_la_personne()
    {
        using var ici = await site.MediateurAsync();
        using var ailleurs = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        using var note = await ailleurs.Client.EnvoyerPremierAsync("", await ailleurs.Client.LirePageAsync(LiensAccompagnement.NouvelleActivite), Usuel);
        var acte = Guid.Parse(note.Headers.Location!.OriginalString.Split('=')[1]);
        var corriger = await ailleurs.Client.LirePageAsync(LiensAccompagnement.ModifierActivite(acte));
        using var corrigee = await ailleurs.Client.EnvoyerPremierAsync("", corriger, De(carte));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, corrigee);
        Assert.Equal([acte], await site.ActesAsync(carte.Personne));
        var garde = await site.LireToutAsync(db => db.Set<Activite>().AsNoTracking().SingleAsync(a => a.Id == acte));
        Assert.Equal((0, 1), (garde.SansNom, garde.Suivies));
    }
}
