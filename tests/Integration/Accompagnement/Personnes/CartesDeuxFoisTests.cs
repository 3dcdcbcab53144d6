using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>A page that is the answer to a form is loaded again: nothing is made twice, and what was shown stays good.</summary>
[Collection(PersonnesDuSite.Nom)]
public sealed class CartesDeuxFoisTests(SiteDesMembres site)
{
    [Fact]
    public async Task Recharger_la_page_d_une_carte_n_en_fait_pas_une_autre()
    {
        using var mediateur = await site.MediateurAsync();
        var page = await mediateur.Client.LirePageAsync(LiensPersonnes.Nouvelle);
        using var premiere = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Nouvelle, page, ("Niveau", "carte"));
        var carte = GestesDesPersonnes.Imprimee(await premiere.LirePageAsync());
        using var encore = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Nouvelle, page, ("Niveau", "carte"));
        AssertPage.H1(await encore.LirePageAsync(), "Cette carte est déjà faite");
        Assert.Equal(1, await site.LireToutAsync(db => db.Set<PersonneAccompagnee>().CountAsync(p => p.Organisation == mediateur.Organisation)));

        var adresse = LiensPersonnes.Carte(carte.Personne);
        page = await mediateur.Client.LirePageAsync(adresse);
        using var refaite = await mediateur.Client.EnvoyerAsync(adresse, page);
        var nouvelle = GestesDesPersonnes.Imprimee(await refaite.LirePageAsync());
        using var rechargee = await mediateur.Client.EnvoyerAsync(adresse, page);
        AssertPage.H1(await rechargee.LirePageAsync(), "Cette carte est déjà faite");
        using var ailleurs = await site.MediateurAsync();
        using var presentee = await ailleurs.PresenterAsync(nouvelle.Numero, nouvelle.Secret);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, presentee);
    }

    [Fact]
    public async Task La_meme_fiche_envoyee_deux_fois_est_une_seule_personne_et_un_tableau_n_est_pas_un_nom()
    {
        using var mediateur = await site.MediateurAsync();
        var page = await mediateur.Client.LirePageAsync(LiensPersonnes.ParNom);
        (string Nom, string Valeur)[] champs = [("Prenom", "Zélie"), ("Nom", "Essai-Double"), ("Accord", "true")];
        using var une = await mediateur.Client.EnvoyerAsync(LiensPersonnes.ParNom, page, champs);
        using var deux = await mediateur.Client.EnvoyerAsync(LiensPersonnes.ParNom, page, champs);
        Assert.Equal(une.StatusCode, deux.StatusCode);
        Assert.Equal(une.Headers.Location, deux.Headers.Location);
        Assert.Null(NomsDesPersonnes.Lire("Jean\tDupont\t1980"));
        Assert.Null(NomsDesPersonnes.Lire("Jean\nLuc"));
        Assert.Equal("Jean Luc", NomsDesPersonnes.Lire(" Jean  Luc\n"));
    }
}
