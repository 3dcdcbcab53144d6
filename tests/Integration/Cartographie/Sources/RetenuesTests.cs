using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>A new rule of places held back, on a database loaded under the rule before.</summary>
public sealed class RetenuesTests(ApplicationAvecDonnees application) : IClassFixture<ApplicationAvecDonnees>
{
    [Fact]
    public async Task La_regle_s_applique_a_ce_qui_est_deja_charge_une_fois_par_version()
    {
        // As the rule before left them.
        var foyer = await new LieuDeTest().Nomme("CHRS Les Tilleuls").CreerAsync(application);
        var essai = await new LieuDeTest().Nomme("Test 12").CreerAsync(application);
        var rendu = await new LieuDeTest().Nomme("Médiathèque des Tilleuls").Retenu("mot « ancien »").CreerAsync(application);
        var retire = await new LieuDeTest().Nomme("Maison des Tilleuls").Retenu(Lieu.Depublie).CreerAsync(application);
        var ordinaire = await new LieuDeTest().Nomme("Espace des Tilleuls").CreerAsync(application);
        var modifie = await ModifieLeAsync(ordinaire);

        await DemarrerAsync();
        Assert.Null(await RetenuAsync(foyer));
        await application.Base.ExecuterAsync("UPDATE noyau.donnees_chargees SET empreinte = 'avant' WHERE nom = 'lieux.retenues'");
        await DemarrerAsync();
        Assert.Equal("mot « chrs »", await RetenuAsync(foyer));
        Assert.Equal("nom d’essai", await RetenuAsync(essai));
        Assert.Null(await RetenuAsync(rendu));
        Assert.Equal(Lieu.Depublie, await RetenuAsync(retire));
        Assert.Equal(modifie, await ModifieLeAsync(ordinaire));
        Assert.Equal(1, await JournalAsync());

        var catalogue = application.Services.GetRequiredService<CatalogueLieux>();
        await catalogue.RechargerAsync(CancellationToken.None);
        Assert.True(catalogue.Index.RangDe(essai) < 0);
        Assert.True(catalogue.Index.RangDe(rendu) >= 0);

        // Nothing is left to change: nothing is written.
        await using var portee = application.Services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:demarrage";
        Assert.Equal((0, 0), await portee.ServiceProvider.GetRequiredService<RetenuesDesLieuxCharges>().AppliquerAsync(CancellationToken.None));
        Assert.Equal(1, await JournalAsync());
    }

    private async Task DemarrerAsync()
    {
        await using var portee = application.Services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Acteur = "systeme:demarrage";
        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Processus = "chargement";
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:demarrage";
        await new CartographieModule().ChargerDonneesAsync(portee.ServiceProvider, Preparation.DossierDonneesLivrees(application.Services.GetRequiredService<IConfiguration>()), CancellationToken.None);
    }

    private Task<string?> RetenuAsync(string id) => application.Base.LireAsync<string>("SELECT retenu FROM cartographie.lieux WHERE id = $1", id);

    private Task<DateTime> ModifieLeAsync(string id) => application.Base.LireAsync<DateTime>("SELECT modifie_le FROM cartographie.lieux WHERE id = $1", id);

    private Task<long> JournalAsync() => application.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE action = 'retenue' AND entite = 'cartographie.Lieu'");
}
