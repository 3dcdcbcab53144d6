using System.Net;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>Cards that show codes: imported by lot, attached by number and code, followed when their clock drifts.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed class CartesTests(SiteDeConnexion site)
{
    [Fact]
    public async Task Un_lot_se_lit_et_chaque_ligne_fautive_est_dite()
    {
        var serie = Serie();
        var lot = await ImporterAsync($"\uFEFFSérie;Graine\r\n{serie};{Convert.ToHexString(Graine())}\r\n{serie};{Convert.ToHexString(Graine())}\r\n{serie}B;{Base32.Ecrire(Graine())}\r\né;00\r\n{serie}C;pas une graine\r\n\r\n");
        Assert.True(lot.Reussi, lot.Erreur?.Message);
        Assert.Equal(2, lot.Valeur.Importees);
        Assert.Equal(["CPT-143", "CPT-141", "CPT-142"], lot.Valeur.Refusees.Select(r => r.Erreur.Code));
        Assert.Equal(["CPT-143"], (await ImporterAsync($"serial,seed\n{serie},{Convert.ToHexString(Graine())}\n")).Valeur.Refusees.Select(r => r.Erreur.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("serie\n1\n")]
    [InlineData("\"serie,graine\n")]
    [InlineData("\0\0\0")]
    public async Task Un_fichier_sans_les_colonnes_est_refuse(string texte) => Assert.Equal("CPT-140", (await ImporterAsync(texte)).Erreur?.Code);

    [Fact]
    public async Task Une_carte_se_rattache_suit_sa_derive_et_entre()
    {
        var (serie, graine) = (Serie(), Graine());
        Assert.True((await ImporterAsync($"serie,graine\n{serie},{Convert.ToHexString(graine)}\n")).Reussi);
        var compte = await site.CompteAsync();
        using var client = await site.ConnecteAsync(compte.Id);
        using (var faux = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/carte", null, ("Serie", serie), ("Code", "000000")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
            var page = await faux.LirePageAsync();
            Assert.Equal(serie, page.QuerySelector("#Serie")!.GetAttribute("value"));
        }

        // Its clock is five minutes ahead.
        using (var bon = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/carte", null, ("Serie", $"{serie[..3]} {serie[3..]}"), ("Code", CodeA(graine, 10))))
        {
            Assert.Equal("/mon-compte?fait=carte", SiteDeConnexion.Vers(bon));
        }

        using (var prise = await SiteDeConnexion.RemplirAsync(await site.ConnecteAsync((await site.CompteAsync()).Id), "/mon-compte/carte", null, ("Serie", serie), ("Code", CodeA(graine, 10))))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, prise);
        }

        var (visiteur, _) = site.Visiteur();
        await site.EntrerAsync(visiteur, compte.Courriel);
        using (var rejoue = await SiteDeConnexion.RemplirAsync(visiteur, "/connexion/facteur", null, ("Code", CodeA(graine, 10))))
        {
            AssertPage.Dit(await rejoue.LirePageAsync(), "Ce code a déjà servi");
        }

        using (var entre = await SiteDeConnexion.RemplirAsync(visiteur, "/connexion/facteur", null, ("Code", CodeA(graine, 11))))
        {
            Assert.Equal("/espace", SiteDeConnexion.Vers(entre));
        }

        Assert.Equal(11, await site.LireAsync(db => db.Set<CarteACodes>().Where(c => c.Serie == serie).Select(c => c.Derive).SingleAsync()));
        Assert.Equal(0, await site.Application.Base.LireAsync<long>("SELECT count(*) FROM comptes.cartes_a_codes WHERE position($1 in graine_chiffree) > 0", graine));
    }

    private string CodeA(byte[] graine, int pas) => CodeTemporel.Calculer(graine, CodeTemporel.PasDe(site.Horloge.Instant) + pas);

    private static string Serie() => Convert.ToHexString(RandomNumberGenerator.GetBytes(6));

    private static byte[] Graine() => RandomNumberGenerator.GetBytes(20);

    private Task<FaireAvec.Kernel.Resultats.Resultat<LotDeCartes>> ImporterAsync(string texte) => site.Application.DansAsync(
        s => ActivatorUtilities.CreateInstance<ImportDeCartes>(s).ImporterAsync(new MemoryStream(Encoding.UTF8.GetBytes(texte)), CancellationToken.None),
        "systeme:commande");
}
