using System.Net;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Agenda;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.HorsLigne;

/// <summary>The pages of devices, of what is to look at, and of the shell.</summary>
[Collection(HorsLigneDuSite.Nom)]
public class PagesHorsLigneTests(SiteDesMembres site)
{
    [Theory]
    [InlineData(LiensHorsLigne.Activer)]
    [InlineData(LiensHorsLigne.Appareils)]
    [InlineData(LiensHorsLigne.ARevoir)]
    [InlineData("/hors-ligne/a-revoir/01a21000-0000-7000-8000-0000000000a1/01a21000-0000-7000-8000-0000000000a2")]
    public async Task Qui_n_ecrit_pas_d_activites_n_y_a_pas_acces(string adresse)
    {
        using var referent = await site.MediateurAsync(role: Role.Referent);
        await referent.StatutAsync(HttpStatusCode.Forbidden, adresse);
        await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, site.Client, adresse);
    }

    [Fact]
    public async Task Ce_qui_est_a_un_autre_est_introuvable()
    {
        using var camille = await site.MediateurAsync();
        using var collegue = await site.MediateurAsync(camille.Organisation);
        var appareil = await site.ActiverAsync(camille);
        var futur = site.Acte();
        futur["quand"] = "2199-01-01";
        var envoi = appareil.Ecrire("activite", futur);
        await appareil.EnvoyerAsync(envoi);
        var adresse = LiensHorsLigne.Revoir(appareil.Id, envoi["id"]!.GetValue<Guid>());
        await camille.StatutAsync(HttpStatusCode.OK, adresse);
        await collegue.StatutAsync(HttpStatusCode.NotFound, adresse);
        await camille.StatutAsync(HttpStatusCode.NotFound, LiensHorsLigne.Revoir(appareil.Id, site.Id()));
        Assert.Null((await collegue.Client.LirePageAsync(LiensHorsLigne.Appareils)).QuerySelector("[name='id']"));

        // Somebody else's device can't be taken back.
        var sien = await site.ActiverAsync(collegue);
        var page = await collegue.Client.LirePageAsync(LiensHorsLigne.Appareils);
        var formulaire = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First(f => f.QuerySelector("[name='id']") is not null);
        using var vole = await collegue.Client.EnvoyerLeAsync(LiensHorsLigne.Appareils, formulaire, ("id", appareil.Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, vole.StatusCode);
        Assert.NotEqual(sien.Id, appareil.Id);
        Assert.False((await appareil.EtatAsync())["efface"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("mdp: Soleil2024!")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public async Task Un_nom_refuse_garde_ce_qui_est_tape(string nom)
    {
        using var camille = await site.MediateurAsync();
        var page = await camille.Client.LirePageAsync(LiensHorsLigne.Activer);
        using var reponse = await camille.Client.EnvoyerPremierAsync(LiensHorsLigne.Activer, page, ("Nom", nom));
        var refusee = await reponse.LirePageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        AssertPage.Dit(refusee, "Donnez un nom à cet appareil");
        Assert.Equal(nom, refusee.QuerySelector("[name='Nom']")!.GetAttribute("value") ?? "");
        Assert.Equal(page.QuerySelector("[name='Id']")!.GetAttribute("value"), refusee.QuerySelector("[name='Id']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Le_onzieme_appareil_attend_qu_un_autre_parte()
    {
        using var camille = await site.MediateurAsync();
        for (var i = 0; i < Appareil.Max; i++)
        {
            await site.ActiverAsync(camille, $"Appareil {i}");
        }

        var page = await camille.Client.LirePageAsync(LiensHorsLigne.Activer);
        using var reponse = await camille.Client.EnvoyerPremierAsync(LiensHorsLigne.Activer, page, ("Nom", "Onze"));
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        AssertPage.Dit(await reponse.LirePageAsync(), "Dix appareils au plus");
    }

    [Fact]
    public async Task Ce_qui_est_decide_ne_se_decide_plus()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var futur = site.Acte();
        futur["quand"] = "2199-01-01";
        var envoi = appareil.Ecrire("activite", futur);
        await appareil.EnvoyerAsync(envoi);
        var adresse = LiensHorsLigne.Revoir(appareil.Id, envoi["id"]!.GetValue<Guid>());
        var page = await camille.Client.LirePageAsync(adresse);
        using var ouvert = await camille.Client.AppuyerAsync(adresse, "Ouvrir");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ouvert);
        var formulaire = await camille.Client.LirePageAsync(ouvert.Headers.Location!.OriginalString);
        Assert.Equal("Essai sans réseau", formulaire.QuerySelector("[name='F.Demarche']")!.GetAttribute("value"));
        // The same page, kept open in another tab.
        var renoncer = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single(f => f.GetAttribute("action")!.EndsWith("Renoncer", StringComparison.Ordinal));
        using var trop = await camille.Client.EnvoyerLeAsync(adresse, renoncer);
        Assert.Equal(HttpStatusCode.BadRequest, trop.StatusCode);
        AssertPage.Dit(await trop.LirePageAsync(), "C’est déjà réglé");
        AssertPage.Dit(await camille.Client.LirePageAsync(adresse), "Vous l’avez repris");
    }

    [Fact]
    public async Task La_coquille_ne_dit_rien_de_personne()
    {
        using var camille = await site.MediateurAsync();
        var page = await camille.Client.LirePageAsync(LiensHorsLigne.Coquille);
        Assert.DoesNotContain(camille.Nom, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        // The same for everybody: a device keeps it.
        Assert.Equal((await site.Client.LirePageAsync(LiensHorsLigne.Coquille)).DocumentElement.OuterHtml, page.DocumentElement.OuterHtml);
        Assert.Contains(page.QuerySelectorAll("noscript"), n => n.InnerHtml.Contains(FaireAvec.Accompagnement.LiensAccompagnement.Aujourdhui, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
    }

    [Fact]
    public async Task Le_service_garde_des_fichiers_qui_existent()
    {
        var script = await site.Client.GetStringAsync(LiensHorsLigne.Service);
        var version = site.Services.GetRequiredService<VersionHorsLigne>();
        Assert.Contains(version.Nom, script, StringComparison.Ordinal);
        foreach (var fichier in version.Fichiers.Append(version.Service))
        {
            using var reponse = await site.Client.GetAsync(fichier);
            Assert.True(reponse.StatusCode == HttpStatusCode.OK, fichier);
        }

        using var manifeste = await site.Client.GetAsync(LiensHorsLigne.Manifeste);
        Assert.Equal("application/manifest+json", manifeste.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Trente_jours_apres_le_contenu_part_et_le_recu_reste_un_an()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var futur = site.Acte();
        futur["quand"] = "2199-01-01";
        await appareil.EnvoyerAsync(appareil.Ecrire("activite", futur));
        Task<Envoi?> lire() => site.AvecLesEnvoisAsync(e => e.SingleOrDefaultAsync(x => x.Appareil == appareil.Id));
        await PurgerAsync("accompagnement.envois", site.Horloge.Instant.AddDays(29));
        Assert.NotNull((await lire())!.Corps);
        await PurgerAsync("accompagnement.envois", site.Horloge.Instant.AddDays(31));
        Assert.Equal((EtatDEnvoi.Abandonne, (byte[]?)null), ((await lire())!.Etat, (await lire())!.Corps));
        await PurgerAsync("accompagnement.appareils", site.Horloge.Instant.AddMonths(13));
        Assert.Null(await lire());
        // It isn't known any more: should it come back, it erases itself.
        Assert.True((await appareil.EtatAsync())["efface"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Un_compte_efface_retire_ses_appareils()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille, "Téléphone de Camille");
        await site.DansAsync(async s =>
        {
            var donnees = ActivatorUtilities.CreateInstance<DonneesHorsLigne>(s);
            Assert.Equal("Téléphone de Camille", (await donnees.ExporterAsync(camille.Compte, CancellationToken.None))[0].Fiches[0].Single(d => d.Cle == "nom").Valeur);
            await using var transaction = await s.GetRequiredService<FaireAvecDb>().Database.BeginTransactionAsync();
            Assert.Equal(1, await donnees.EffacerAsync(camille.Compte, CancellationToken.None));
            Assert.Equal(0, await donnees.EffacerAsync(camille.Compte, CancellationToken.None));
            await transaction.CommitAsync();
            return true;
        }, "systeme:droits");
        Assert.True((await appareil.EtatAsync())["efface"]!.GetValue<bool>());
        Assert.Equal("Appareil", await site.AvecBaseAsync(db => db.Set<Appareil>().Where(a => a.Id == appareil.Id).Select(a => a.Nom).SingleAsync(), "systeme:taches"));
    }

    private Task<int> PurgerAsync(string purge, DateTimeOffset maintenant) => site.DansAsync(s => s.GetServices<IPurge>().Single(p => p.Nom == purge).PurgerAsync(maintenant, CancellationToken.None), "systeme:taches");
}
