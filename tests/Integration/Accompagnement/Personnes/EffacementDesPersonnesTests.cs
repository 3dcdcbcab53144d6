using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>What is taken, what goes, what stays: on request, and by the delay of the register.</summary>
[Collection(PersonnesDuSite.Nom)]
public class EffacementDesPersonnesTests(SiteDesMembres site)
{
    [Fact]
    public async Task Tout_ce_qui_est_garde_se_prend_et_se_lit()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa", ("Nom", "Sarr"), ("Telephone", "06 39 98 03 01"), ("Notes", "Gros caractères"));
        await site.ActeAsync(mediateur, TypeDActivite.Individuel, id);
        var lots = await site.DansAsync(s => s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.personnes").ExporterAsync(id, CancellationToken.None), "systeme:personnes,systeme:droits");
        Assert.Equal(["personne", "cartes", "objectifs", "suivis", "actes"], lots.Select(l => l.Cle));
        var valeurs = lots[0].Fiches[0].Where(d => d.Valeur is not null).ToDictionary(d => d.Cle, d => $"{d.Valeur}", StringComparer.Ordinal);
        Assert.Equal(("Awa", "Sarr", "Gros caractères"), (valeurs["prenom"], valeurs["nom"], valeurs["notes"]));
        Assert.Contains("39", valeurs["telephone"], StringComparison.Ordinal);
        Assert.Single(lots[^1].Fiches);
        // Somebody unknown has nothing, and a staff account neither.
        Assert.Empty(await site.DansAsync(s => s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.personnes").ExporterAsync(mediateur.Compte, CancellationToken.None), "systeme:droits"));
    }

    [Fact]
    public async Task Tout_effacer_ne_laisse_que_les_totaux()
    {
        using var mediateur = await site.MediateurAsync();
        var id = await mediateur.OuvrirAsync("Awa", ("Nom", "Sarr"), ("Telephone", "06 39 98 03 02"));
        var page = LiensPersonnes.Personne(id);
        using (await SiteDesMembres.PosterAsync(mediateur.Client, page, $"{page}?handler=Objectif", ("Objectif", "Envoyer une photo")))
        {
        }

        var acte = await site.ActeAsync(mediateur, TypeDActivite.Individuel, id);
        Assert.Equal(1L, await ClesAsync(id));
        using var efface = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Fin(id), await mediateur.Client.LirePageAsync(LiensPersonnes.Fin(id)), ("Choix", "effacer"));
        Assert.Equal($"{LiensPersonnes.Personnes}?fait=effacee", efface.Headers.Location!.OriginalString);
        await mediateur.StatutAsync(HttpStatusCode.NotFound, page);
        await VerifierEffaceeAsync(id);
        Assert.Equal([acte], await site.ActesAsync(id));
    }

    [Fact]
    public async Task Un_an_sans_nouvelles_efface_et_un_acte_recent_garde()
    {
        using var mediateur = await site.MediateurAsync();
        var partie = await mediateur.OuvrirAsync("Awa", ("Courriel", "awa8@example.org"));
        var reunie = await mediateur.DonnerUneCarteAsync();
        using (await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(partie), ("Numero", reunie.Numero)))
        {
        }

        await site.Base.ExecuterAsync("INSERT INTO noyau.courriels VALUES (gen_random_uuid(), 'awa8@example.org', 'accompagnement.orientation_personne', $1, 'envoye', NULL)", site.Horloge.Instant.UtcDateTime);
        Assert.Equal("awa8@example.org", (await site.DansAsync(s => s.GetServices<IDonneesDePersonne>().Single(d => d.Nom == "accompagnement.personnes").ExporterAsync(partie, CancellationToken.None), "systeme:personnes,systeme:droits")).Single(l => l.Cle == "courriels").Fiches[0].Single(d => d.Cle == "courriel").Valeur);
        var vue = await mediateur.OuvrirAsync("Zoé");
        site.Horloge.Avancer(TimeSpan.FromDays(300));
        await site.ActeAsync(mediateur, TypeDActivite.Individuel, vue);
        await PurgerAsync();
        Assert.Null((await site.PersonneAsync(partie)).EffaceeLe);
        site.Horloge.Avancer(TimeSpan.FromDays(70));
        Assert.True(await PurgerAsync() >= 1);
        await VerifierEffaceeAsync(partie);
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.courriels WHERE destinataire = 'awa8@example.org'"));
        // Those that were joined to them go too.
        Assert.NotNull((await site.PersonneAsync(reunie.Personne)).EffaceeLe);
        Assert.Equal("Zoé", (await site.PersonneAsync(vue)).Prenom);
        Assert.Equal(0, await PurgerAsync());
    }

    private Task<int> PurgerAsync() => site.DansAsync(s => s.GetServices<IPurge>().Single(p => p.Nom == "accompagnement.personnes").PurgerAsync(site.Horloge.Instant, CancellationToken.None), "systeme:taches");

    private Task<long> ClesAsync(Guid id) => site.Base.LireAsync<long>($"SELECT count(*) FROM noyau.cles_personnes WHERE personne = '{id}'");

    private async Task VerifierEffaceeAsync(Guid id)
    {
        var personne = await site.PersonneAsync(id);
        Assert.NotNull(personne.EffaceeLe);
        Assert.Null(personne.Prenom);
        Assert.Null(personne.TelephoneFerme);
        Assert.Null(personne.CourrielEmpreinte);
        Assert.Equal(0, await site.LireToutAsync(db => db.Set<ObjectifDePersonne>().CountAsync(o => o.Personne == id && o.Texte != null)));
        Assert.Equal(0, await site.LireToutAsync(db => db.Set<Suivi>().CountAsync(s => s.Personne == id && s.Fin == null)));
        Assert.Equal(0, await site.LireToutAsync(db => db.Set<CarteDeParcours>().CountAsync(c => c.Personne == id && c.FinieLe == null)));
        Assert.Equal(0, await site.LireToutAsync(db => db.Set<Accord>().CountAsync(a => a.Personne == id && a.RetireLe == null)));
        Assert.Equal(0L, await ClesAsync(id));
        Assert.Contains(await site.Base.ListerAsync<string>("SELECT charge::text FROM noyau.evenements WHERE nom = 'accompagnement.PersonneEffacee'"), c => c.Contains(id.ToString(), StringComparison.Ordinal));
    }
}
