using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>What signing in leaves behind goes in its time, and not before.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed class MenageDeConnexionTests(SiteDeConnexion site)
{
    [Fact]
    public async Task Chaque_nuit_ce_qui_a_fait_son_temps_part_et_le_reste_demeure()
    {
        var compte = (await site.CompteAsync()).Id;
        var maintenant = site.Horloge.Instant;
        var (vieux, recents) = (new List<object>(), new List<object>());
        Poser(vieux, TimeSpan.FromMinutes(-1));
        Poser(recents, TimeSpan.FromMinutes(1));
        // A mail that could not leave in time goes at once: nobody waits for it any more.
        vieux.Add(new Lettre { Id = Id(), Nature = NatureDeLettre.Ecrite, Contenu = [1], DeposeeLe = maintenant.AddMinutes(-20), ExpireLe = maintenant.AddMinutes(-1) });
        recents.Add(new Lettre { Id = Id(), Nature = NatureDeLettre.Ecrite, Contenu = null, DeposeeLe = maintenant.AddMinutes(-20), ExpireLe = maintenant.AddMinutes(-1), PartieLe = maintenant.AddMinutes(-19) });
        await site.Application.AvecBaseAsync(
            async db =>
            {
                db.AddRange(vieux);
                db.AddRange(recents);
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");

        await new MenageDeConnexion(site.Application.Services.GetRequiredService<IServiceScopeFactory>()).ExecuterAsync("comptes.menage_connexion", CancellationToken.None);

        Assert.Empty(await RestentAsync(vieux));
        Assert.Equal(recents.Count, (await RestentAsync(recents)).Count);

        Guid Id() => Identifiants.Nouveau(site.Horloge);

        byte[] Secret() => [.. Id().ToByteArray(), .. Id().ToByteArray()];

        // One of each, this far from the end of its time.
        void Poser(List<object> lot, TimeSpan marge)
        {
            var (jour, deuxJours, mois, an) = (maintenant.AddDays(-1) + marge, maintenant.AddDays(-2) + marge, maintenant.AddDays(-30) + marge, maintenant.AddYears(-1) + marge);
            lot.Add(LiensAUsageUnique.Faire(site.Horloge, compte, UsageDeLien.Connexion, mois, TimeSpan.Zero).Lien);
            lot.Add(new Lettre { Id = Id(), Nature = NatureDeLettre.Ecrite, Contenu = null, DeposeeLe = mois, ExpireLe = mois, PartieLe = mois });
            var frein = new Frein { Cle = Secret() };
            frein.Compter(deuxJours);
            lot.Add(frein);
            lot.Add(new DefiUtilise { Empreinte = Secret(), UtiliseLe = jour });
            lot.Add(new NavigateurConnu { Id = Id(), Compte = compte, Empreinte = Secret(), Nom = "Firefox", PremierLe = an, VuLe = an });
            lot.Add(new ChangementDeCourriel { Id = Id(), Compte = compte, Nouveau = "nouvelle@example.org", CleDuNouveau = "nouvelle@example.org", DemandeLe = an, ExpireLe = an });
            var secours = new DemandeDeSecours { Id = Id(), Compte = compte, Code = "ABCDEF", DemandeeLe = an, ExpireLe = an };
            secours.Annuler(an);
            lot.Add(secours);
        }
    }

    private Task<List<object>> RestentAsync(IEnumerable<object> lot) => site.LireAsync(async db =>
    {
        var restent = new List<object>();
        foreach (var entite in lot)
        {
            var cle = db.Model.FindEntityType(entite.GetType())!.FindPrimaryKey()!.Properties[0].PropertyInfo!.GetValue(entite);
            if (await db.FindAsync(entite.GetType(), cle) is { } la)
            {
                restent.Add(la);
            }
        }

        return restent;
    });
}
