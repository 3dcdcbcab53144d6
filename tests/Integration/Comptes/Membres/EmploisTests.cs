using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>For whom somebody works, read for several people at once.</summary>
[Collection(MembresDuSite.Nom)]
public sealed class EmploisTests(SiteDesMembres site)
{
    [Fact]
    public async Task Plusieurs_emplois_lus_ensemble_ne_se_relisent_pas_un_par_un()
    {
        var organisation = (await site.OrganisationAsync()).Id;
        var (une, _, _) = await site.MembreAsync(organisation, Role.Mediateur);
        var (autre, _, _) = await site.MembreAsync(organisation, Role.Coordinateur);
        var (emplois, jour) = (site.Services.GetRequiredService<IEmplois>(), JourDeParis.De(site.Horloge.Instant));
        var personne = site.Id();
        await emplois.RetenirAsync([(une.Id, organisation), (personne, organisation), (autre.Id, organisation), (une.Id, organisation)], TestContext.Current.CancellationToken);
        // Gone meanwhile: what was read is known for half a minute, so that nothing is asked again.
        await site.Base.ExecuterAsync("UPDATE comptes.appartenances SET debut = debut - interval '9 days', fin = debut - interval '2 days' WHERE organisation = $1", organisation);
        Assert.Equal([Role.Mediateur], (await emplois.LeJourAsync(une.Id, organisation, jour, TestContext.Current.CancellationToken))!.Roles);
        Assert.Equal([Role.Coordinateur], (await emplois.LeJourAsync(autre.Id, organisation, jour, TestContext.Current.CancellationToken))!.Roles);
        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        Assert.Empty((await emplois.LeJourAsync(une.Id, organisation, jour, TestContext.Current.CancellationToken))!.Roles);
        Assert.Null(await emplois.LeJourAsync(personne, organisation, jour, TestContext.Current.CancellationToken));
    }
}
