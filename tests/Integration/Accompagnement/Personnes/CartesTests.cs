using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>Cards: given, presented in another place, lost, made again; what their number alone gives: nothing.</summary>
[Collection(PersonnesDuSite.Nom)]
public class CartesTests(SiteDesMembres site)
{
    private static string CarteFausse => ErreursPersonnes.Carte.Message;

    [Fact]
    public async Task Une_carte_se_donne_sans_aucune_identite()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        Assert.NotNull(NumeroDeCarte.Lire(carte.Numero));
        Assert.NotNull(SecretDeCarte.Lire(carte.Secret));
        var personne = await site.PersonneAsync(carte.Personne);
        Assert.Equal((NiveauDIdentite.Carte, (string?)null, (string?)null), (personne.Niveau, personne.Prenom, personne.NomCherche));
        AssertPage.H1(await mediateur.Client.LirePageAsync(LiensPersonnes.Personne(carte.Personne)), $"Carte {carte.Numero}");
        // The secret is in no column of the base, and in no line of the log.
        Assert.Equal(0L, await site.Base.LireAsync<long>($"SELECT count(*) FROM accompagnement.cartes c WHERE c::text ILIKE '%{SecretDeCarte.Lire(carte.Secret)!.Value.Valeur}%'"));
    }

    [Fact]
    public async Task Presentee_ailleurs_elle_ouvre_le_meme_parcours_et_la_personne_compte_une_fois()
    {
        using var ici = await site.MediateurAsync();
        using var ailleurs = await site.MediateurAsync();
        var carte = await ici.DonnerUneCarteAsync();
        await site.ActeAsync(ici, TypeDActivite.Individuel, carte.Personne);
        await ailleurs.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(carte.Personne));
        using var reponse = await ailleurs.PresenterAsync(carte.Numero.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), carte.Secret.ToLowerInvariant());
        Assert.Equal($"{LiensPersonnes.Personne(carte.Personne)}?fait=carte", reponse.Headers.Location!.OriginalString);
        var fiche = await ailleurs.Client.LirePageAsync(LiensPersonnes.Personne(carte.Personne));
        AssertPage.Dit(fiche, "E-mail");
        AssertPage.Dit(fiche, "Refaire seule");
        // Twice is once.
        using var encore = await ailleurs.PresenterAsync(carte.Numero, carte.Secret);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, encore);
        Assert.Equal(2, await site.LireToutAsync(db => db.Set<Suivi>().CountAsync(s => s.Personne == carte.Personne && s.Fin == null)));
    }

    [Fact]
    public async Task Un_mauvais_code_et_un_numero_inconnu_ont_la_meme_reponse()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        using var autre = await site.MediateurAsync();
        using var mauvais = await autre.PresenterAsync(carte.Numero, SecretDeCarte.Nouveau().Presente);
        using var inconnu = await autre.PresenterAsync(NumeroDeCarte.Nouveau().Presente, SecretDeCarte.Nouveau().Presente);
        foreach (var reponse in new[] { mauvais, inconnu })
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
            AssertPage.Erreurs(await reponse.LirePageAsync(), CarteFausse);
        }
    }

    [Fact]
    public async Task Une_faute_de_frappe_se_dit_sans_rien_chercher()
    {
        using var mediateur = await site.MediateurAsync();
        using var reponse = await mediateur.PresenterAsync("K7PD-2RW", "ABCDEF");
        AssertPage.Erreurs(await reponse.LirePageAsync(), ErreursPersonnes.NumeroFaux.Message);
        using var court = await mediateur.PresenterAsync(NumeroDeCarte.Nouveau().Presente, "ABC");
        AssertPage.Erreurs(await court.LirePageAsync(), ErreursPersonnes.SecretFaux.Message);
    }

    [Fact]
    public async Task Apres_cinq_echecs_il_faut_attendre_meme_avec_le_bon_code_et_pour_tout_le_monde_sur_ce_numero()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        using var attaquant = await site.MediateurAsync();
        for (var i = 0; i < FreinDesCartes.Libres; i++)
        {
            using var essai = await attaquant.PresenterAsync(carte.Numero, SecretDeCarte.Nouveau().Presente);
        }

        using var bon = await attaquant.PresenterAsync(carte.Numero, carte.Secret);
        AssertPage.Erreurs(await bon.LirePageAsync(), "Trop d’essais. Attendez 15 secondes, puis recommencez.");
        using var autre = await site.MediateurAsync();
        using var dAilleurs = await autre.PresenterAsync(carte.Numero, carte.Secret);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, dAilleurs);
        // An unknown number is slowed down as a known one is.
        var inconnu = NumeroDeCarte.Nouveau().Presente;
        using var dernier = await site.MediateurAsync();
        for (var i = 0; i < FreinDesCartes.Libres; i++)
        {
            using var essai = await dernier.PresenterAsync(inconnu, SecretDeCarte.Nouveau().Presente);
        }

        using var apres = await dernier.PresenterAsync(inconnu, SecretDeCarte.Nouveau().Presente);
        AssertPage.Erreurs(await apres.LirePageAsync(), "Trop d’essais. Attendez 15 secondes, puis recommencez.");
        site.Horloge.Avancer(TimeSpan.FromSeconds(16));
        using var enfin = await autre.PresenterAsync(carte.Numero, carte.Secret);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, enfin);
    }

    [Fact]
    public async Task Perdue_elle_se_refait_avec_son_mediateur_et_l_ancienne_ne_sert_plus_a_rien()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        AssertPage.Dit(await mediateur.Client.LirePageAsync(LiensPersonnes.Carte(carte.Personne)), carte.Numero);
        using var reponse = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Carte(carte.Personne), await mediateur.Client.LirePageAsync(LiensPersonnes.Carte(carte.Personne)));
        var nouvelle = GestesDesPersonnes.Imprimee(await reponse.LirePageAsync());
        Assert.NotEqual(carte.Numero, nouvelle.Numero);
        using var autre = await site.MediateurAsync();
        using var ancienne = await autre.PresenterAsync(carte.Numero, carte.Secret);
        AssertPage.Erreurs(await ancienne.LirePageAsync(), CarteFausse);
        using var bonne = await autre.PresenterAsync(nouvelle.Numero, nouvelle.Secret);
        Assert.Equal($"{LiensPersonnes.Personne(carte.Personne)}?fait=carte", bonne.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task La_page_de_la_personne_demande_les_deux_et_montre_ce_qui_est_garde()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        await site.ActeAsync(mediateur, TypeDActivite.Individuel, carte.Personne);
        using var personne = site.NouveauClient();
        AssertPage.H1(await personne.LirePageAsync(LiensPersonnes.MaCarte), MotsMaCarte.Ressources.GetString("Titre", System.Globalization.CultureInfo.InvariantCulture)!);
        using var faux = await OuvrirAsync(personne, carte.Numero, SecretDeCarte.Nouveau().Presente);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        var page = await (await OuvrirAsync(personne, carte.Numero, carte.Secret)).LirePageAsync();
        AssertPage.H1(page, $"Votre carte {carte.Numero}");
        AssertPage.Dit(page, "Rien ne dit qui vous êtes");
        AssertPage.Dit(page, "E-mail");
        AssertPage.Dit(page, mediateur.Nom);
        // The secret that was typed isn't given back.
        Assert.DoesNotContain(SecretDeCarte.Lire(carte.Secret)!.Value.Valeur, page.DocumentElement.OuterHtml.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_personne_lit_qui_a_regarde_sa_fiche()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        await mediateur.StatutAsync(HttpStatusCode.OK, LiensPersonnes.Personne(carte.Personne));
        using var personne = site.NouveauClient();
        AssertPage.Dit(await (await OuvrirAsync(personne, carte.Numero, carte.Secret)).LirePageAsync(), $"{mediateur.Nom} : Votre fiche de suivi");
    }

    [Fact]
    public async Task La_personne_retire_un_accord_et_le_mediateur_ne_voit_plus_rien()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        using var personne = site.NouveauClient();
        var page = await (await OuvrirAsync(personne, carte.Numero, carte.Secret)).LirePageAsync();
        var suivi = page.QuerySelector("input[name=suivi]")!.GetAttribute("value")!;
        using var retrait = await SiteDesMembres.PosterAsync(personne, LiensPersonnes.MaCarte, $"{LiensPersonnes.MaCarte}?handler=Retirer", ("Passe", Passe(page)), ("suivi", suivi));
        AssertPage.Dit(await retrait.LirePageAsync(), "Votre accord est retiré.");
        await mediateur.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(carte.Personne));
        using var encore = await SiteDesMembres.PosterAsync(personne, LiensPersonnes.MaCarte, $"{LiensPersonnes.MaCarte}?handler=Retirer", ("Passe", Passe(page)), ("suivi", suivi));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);
    }

    [Fact]
    public async Task La_personne_refait_sa_carte_seule_et_efface_tout_seule()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        using var personne = site.NouveauClient();
        var passe = Passe(await (await OuvrirAsync(personne, carte.Numero, carte.Secret)).LirePageAsync());
        using var refaite = await SiteDesMembres.PosterAsync(personne, LiensPersonnes.MaCarte, $"{LiensPersonnes.MaCarte}?handler=Refaire", ("Passe", passe));
        var nouvelle = GestesDesPersonnes.Imprimee(await refaite.LirePageAsync());
        // What the old card had opened is shut.
        using var ancienne = await SiteDesMembres.PosterAsync(personne, LiensPersonnes.MaCarte, $"{LiensPersonnes.MaCarte}?handler=Effacer", ("Passe", passe));
        AssertPage.Erreurs(await ancienne.LirePageAsync(), ErreursPersonnes.PasseFini.Message);
        var page = await (await OuvrirAsync(personne, nouvelle.Numero, nouvelle.Secret)).LirePageAsync();
        using var effacee = await SiteDesMembres.PosterAsync(personne, LiensPersonnes.MaCarte, $"{LiensPersonnes.MaCarte}?handler=Effacer", ("Passe", Passe(page)));
        AssertPage.Dit(await effacee.LirePageAsync(), "Tout est effacé.");
        using var plus = await OuvrirAsync(personne, nouvelle.Numero, nouvelle.Secret);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, plus);
        await mediateur.StatutAsync(HttpStatusCode.NotFound, LiensPersonnes.Personne(carte.Personne));
    }

    [Fact]
    public async Task Ce_que_la_carte_a_ouvert_se_referme_au_bout_de_dix_minutes()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        using var personne = site.NouveauClient();
        var passe = Passe(await (await OuvrirAsync(personne, carte.Numero, carte.Secret)).LirePageAsync());
        site.Horloge.Avancer(TimeSpan.FromMinutes(11));
        foreach (var faux in new[] { passe, "", "n’importe quoi", passe[..^3] + "AAA" })
        {
            using var reponse = await SiteDesMembres.PosterAsync(personne, LiensPersonnes.MaCarte, $"{LiensPersonnes.MaCarte}?handler=Refaire", ("Passe", faux));
            AssertPage.Erreurs(await reponse.LirePageAsync(), ErreursPersonnes.PasseFini.Message);
        }
    }

    [Fact]
    public async Task En_anglais_la_page_et_ses_erreurs_sont_en_anglais()
    {
        using var personne = site.NouveauClient();
        using (await personne.GetAsync($"/langue?vers=en&retour={LiensPersonnes.MaCarte}"))
        {
        }

        AssertPage.H1(await personne.LirePageAsync(LiensPersonnes.MaCarte), "My learning card");
        using var reponse = await OuvrirAsync(personne, "xx", "yy");
        AssertPage.Dit(await reponse.LirePageAsync(), "This number has a typing mistake.");
    }

    internal static Task<HttpResponseMessage> OuvrirAsync(HttpClient client, string numero, string secret) => SiteDesMembres.PosterAsync(client, LiensPersonnes.MaCarte, ("Numero", numero), ("Secret", secret));

    internal static string Passe(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name=Passe]")!.GetAttribute("value")!;
}
