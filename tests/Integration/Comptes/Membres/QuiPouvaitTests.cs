using FaireAvec.Comptes;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>The database answers as the domain does, whose rule is checked on 10 000 histories at random.</summary>
[Collection(MembresDuSite.Nom)]
public class QuiPouvaitTests(SiteDesMembres site)
{
    [Fact]
    public async Task La_base_repond_comme_le_domaine_jour_par_jour_et_une_organisation_fermee_ne_donne_plus_acces()
    {
        var hasard = new Random(20261118);
        var o = await site.OrganisationAsync();
        var origine = JourDeParis.Debut(new DateOnly(2026, 3, 20));
        var lignes = new List<Appartenance>();
        for (var i = 0; i < 60; i++)
        {
            var compte = await site.CompteAsync();
            // Whole days too: the edges are where one is wrong. The change of hour is among them.
            var debut = origine.AddMinutes(hasard.Next(3) == 0 ? 1440 * hasard.Next(20) : hasard.Next(20 * 1440));
            var ligne = new Appartenance { Id = site.Id(), Compte = compte.Id, Organisation = o.Id, Role = i % 2 == 0 ? Role.Aidant : Role.Referent, Debut = debut };
            if (hasard.Next(4) > 0)
            {
                ligne.Terminer(hasard.Next(5) == 0 ? debut : debut.AddMinutes(hasard.Next(3) == 0 ? 1440 * hasard.Next(10) : hasard.Next(10 * 1440)), null);
            }

            lignes.Add(ligne);
        }

        await site.AjouterAsync([.. lignes]);
        Task<IReadOnlyList<AccesCeJour>> LeAsync(DateOnly jour) => site.DansAsync(s => s.GetRequiredService<QuiPouvait>().LeAsync(o.Id, jour, CancellationToken.None), "administrateur");
        var premier = new DateOnly(2026, 3, 18);
        for (var i = 0; i < 35; i++)
        {
            var jour = premier.AddDays(i);
            var attendus = HistoireDesRoles.Pendant(lignes, JourDeParis.Debut(jour), JourDeParis.Debut(jour.AddDays(1))).Select(l => (l.Compte, l.Role)).Order();
            Assert.Equal(attendus, (await LeAsync(jour)).Select(a => (a.Compte, a.Role)).Order());
        }

        var fermeture = JourDeParis.Debut(new DateOnly(2026, 4, 2)).AddHours(12);
        await site.AvecBaseAsync(db => db.Set<Organisation>().Where(x => x.Id == o.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.FermeeLe, fermeture)), "administrateur");
        Assert.NotEmpty(await LeAsync(new DateOnly(2026, 4, 2)));
        Assert.Empty(await LeAsync(new DateOnly(2026, 4, 3)));
    }
}
