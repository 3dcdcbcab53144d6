using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>What hardly happens is told to who entered it first; to who coordinates only then.</summary>
[Collection(CollectionDeCapacitation.Nom)]
public sealed class SignauxTests(SiteDeCapacitation site)
{
    [Fact]
    public async Task Un_signal_va_d_abord_au_mediateur_puis_sans_reponse_a_la_coordination()
    {
        var personne = await site.PersonneAsync();
        await site.ParcoursAsync(personne, 40, 0, ("V01", 0, 5), ("V02", 0, 5), ("V03", 0, 5));
        await JobAsync();
        await JobAsync();
        var signal = await site.LireAsync(db => db.Set<SignalDeSaisie>().AsNoTracking().SingleAsync(s => s.Personne == personne));
        Assert.Equal((NatureDeSignal.ToutDeZeroACinq, SiteDeCapacitation.Mediateur), (signal.Nature, signal.Mediateur));

        // Not seen yet by who entered it: nobody else is told, however long it takes.
        site.Horloge.Avancer(TimeSpan.FromDays(20));
        await JobAsync();
        await AssertCoordinationAsync(false);
        using (var mediateur = await site.ClientDeAsync(Role.Mediateur))
        {
            var accueil = await mediateur.LirePageAsync(LiensAccompagnement.Aujourdhui);
            Assert.Equal(LiensCapacitation.Capacitation, accueil.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("à regarder de nouveau", StringComparison.Ordinal)).GetAttribute("href"));
            AssertPage.Dit(await mediateur.LirePageAsync(LiensCapacitation.Capacitation), "Tous les savoir-faire passent de 0 à 5");
        }

        await JobAsync();
        await AssertCoordinationAsync(false);
        site.Horloge.Avancer(TimeSpan.FromDays(14));
        await JobAsync();
        await AssertCoordinationAsync(true);
        using var encore = await site.ClientDeAsync(Role.Mediateur);
        foreach (var (texte, statut) in new[] { ("", HttpStatusCode.BadRequest), (new string('a', 301), HttpStatusCode.BadRequest), ("son mot de passe est Azerty2026!", HttpStatusCode.BadRequest), ("La personne savait déjà tout faire.", HttpStatusCode.Redirect) })
        {
            using var reponse = await SiteDeCapacitation.PosterAsync(encore, LiensCapacitation.Capacitation, $"{LiensCapacitation.Capacitation}?handler=Signal", ("signal", signal.Id.ToString()), ("Explication", texte));
            await AssertPage.StatutAsync(statut, reponse);
        }

        await AssertCoordinationAsync(false);
        using var deja = await SiteDeCapacitation.PosterAsync(encore, LiensCapacitation.Suivis, $"{LiensCapacitation.Capacitation}?handler=Signal", ("signal", signal.Id.ToString()), ("Explication", "x"));
        Assert.True(deja.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);

        async Task AssertCoordinationAsync(bool dit)
        {
            using var coordinateur = await site.ClientDeAsync(Role.Coordinateur);
            foreach (var adresse in (string[])[LiensCapacitation.Capacitation, LiensDuReseau.ATraiter])
            {
                var texte = (await coordinateur.LirePageAsync(adresse)).QuerySelector("main")!.TextContent;
                Assert.Equal((adresse, dit), (adresse, texte.Contains("Tous les savoir-faire passent de 0 à 5", StringComparison.Ordinal)));
                Assert.DoesNotContain(personne.ToString(), texte, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Un_an_apres_un_signal_s_efface_et_ne_revient_pas()
    {
        var personne = await site.PersonneAsync();
        await site.ParcoursAsync(personne, 40, 0, ("V01", 0, 5), ("V02", 0, 5), ("V03", 0, 5));
        await JobAsync();
        await PurgerAsync(site.Horloge.Instant.AddMonths(12).AddDays(-1));
        Assert.Equal(1, await CompterAsync());
        Assert.True(await PurgerAsync(site.Horloge.Instant.AddMonths(12).AddDays(1)) >= 1);
        Assert.Equal(0, await CompterAsync());
        await site.LireAsync(db => db.Set<Positionnement>().Where(p => p.Personne == personne && p.Moment == Moment.Sortie).ExecuteUpdateAsync(m => m.SetProperty(p => p.Jour, site.Aujourdhui.AddDays(-400))));
        await JobAsync();
        Assert.Equal(0, await CompterAsync());

        Task<int> CompterAsync() => site.LireAsync(db => db.Set<SignalDeSaisie>().CountAsync(s => s.Personne == personne));
        Task<int> PurgerAsync(DateTimeOffset quand) => site.DansAsync(s => s.GetServices<IPurge>().Single(p => p.Nom == "accompagnement.signaux_de_saisie").PurgerAsync(quand, CancellationToken.None), "systeme:taches");
    }

    private Task<bool> JobAsync() => site.AvecBaseAsync(
        async db =>
        {
            await TenirLesParcours.FaireAsync(db, site.Horloge, CancellationToken.None);
            return true;
        },
        "systeme:taches");
}
