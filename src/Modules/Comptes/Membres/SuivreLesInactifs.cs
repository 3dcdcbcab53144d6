using System.Globalization;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Comptes.Membres;

/// <summary>
/// Each night: warns the holders of accounts that nobody uses, then suspends them, after the delays of the dated parameters. The same rule for all,
/// administrators too; but the last active administrator keeps their access. The invented people of the demonstration aren't accounts of anybody.
/// </summary>
internal sealed class SuivreLesInactifs(IServiceScopeFactory portees) : Tache(portees)
{
    /// <summary>Dated parameter: months without signing in before the warning.</summary>
    public const string MoisAvis = "comptes.inactivite_avis_mois";

    /// <summary>Dated parameter: months before the suspension.</summary>
    public const string MoisSuspension = "comptes.inactivite_suspension_mois";

    // Short transactions, so that signing in goes on meanwhile.
    private const int Lot = 200;

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var maintenant = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (avis, suspension) = (await MoisAsync(db, MoisAvis, maintenant, annulation), await MoisAsync(db, MoisSuspension, maintenant, annulation));
        Guid[] inventees = [.. Personas.Toutes.Select(p => p.Id)];
        var (avertis, suspendus, gardes, dernier) = (0, 0, 0, Guid.Empty);
        while (true)
        {
            // In the order of the ids, from the last one seen: each account is looked at once.
            var limite = maintenant.AddMonths(-avis);
            var comptes = await db.Set<Compte>()
                .Where(c => c.Id > dernier && c.Etat == EtatDeCompte.Actif && c.CreeLe <= limite && (c.DerniereConnexionLe == null || c.DerniereConnexionLe <= limite) && !inventees.Contains(c.Id))
                .OrderBy(c => c.Id).Take(Lot).ToListAsync(annulation);
            if (comptes.Count == 0)
            {
                break;
            }

            dernier = comptes[^1].Id;
            var ids = comptes.Select(c => c.Id).ToList();
            var avisDonnes = await db.Set<AvisDInactivite>().Where(a => ids.Contains(a.Compte)).ToDictionaryAsync(a => a.Compte, annulation);
            foreach (var compte in comptes)
            {
                var avisDuCompte = avisDonnes.GetValueOrDefault(compte.Id);
                var activite = new[] { compte.CreeLe, compte.DerniereConnexionLe ?? compte.CreeLe, avisDuCompte?.RetabliLe ?? compte.CreeLe }.Max();
                switch (RegleDInactivite.Suite(activite, avisDuCompte?.AvertiLe, maintenant, avis, suspension))
                {
                    case SuiteDInactivite.Avertir:
                        Avertir(db, compte, avisDuCompte, maintenant);
                        avertis++;
                        break;
                    case SuiteDInactivite.Suspendre when await EstLeDernierAdministrateurAsync(db, compte.Id, maintenant, annulation):
                        gardes++;
                        break;
                    case SuiteDInactivite.Suspendre when compte.Passer(EtatDeCompte.Suspendu, maintenant):
                        avisDuCompte!.SuspenduLe = maintenant;
                        db.Publier(new InactiviteAAnnoncer(compte.Id, Suspendu: true, maintenant));
                        suspendus++;
                        // One by one: the next administrator is looked at with this one suspended.
                        await db.SaveChangesAsync(annulation);
                        break;
                }
            }

            await db.SaveChangesAsync(annulation);
            db.ChangeTracker.Clear();
        }

        if (avertis + suspendus + gardes > 0)
        {
            db.Journaliser(new EntreeJournal("inactivite", "comptes.Inactivite", maintenant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Apres: $$"""{"avertis":{{avertis}},"suspendus":{{suspendus}},"derniers_administrateurs":{{gardes}}}"""));
            await db.SaveChangesAsync(annulation);
        }

        services.GetRequiredService<ILogger<SuivreLesInactifs>>().LogInformation("Inactive accounts: {Avertis} warned, {Suspendus} suspended, {Gardes} kept as the last administrator", avertis, suspendus, gardes);
    }

    private static void Avertir(FaireAvecDb db, Compte compte, AvisDInactivite? avis, DateTimeOffset maintenant)
    {
        if (avis is null)
        {
            db.Add(new AvisDInactivite { Compte = compte.Id, AvertiLe = maintenant });
        }
        else
        {
            avis.AvertiLe = maintenant;
        }

        db.Publier(new InactiviteAAnnoncer(compte.Id, Suspendu: false, maintenant));
    }

    private static async Task<bool> EstLeDernierAdministrateurAsync(FaireAvecDb db, Guid compte, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var actifs = await (
            from a in db.Set<Appartenance>()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where a.Role == Role.AdministrateurNational && c.Etat == EtatDeCompte.Actif && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant)
            select a.Compte).Distinct().ToListAsync(annulation);
        return actifs is [var seul] && seul == compte;
    }

    private static async Task<int> MoisAsync(FaireAvecDb db, string cle, DateTimeOffset maintenant, CancellationToken annulation) =>
        (int)(await db.ParametreAsync(cle, JourDeParis.De(maintenant), annulation) ?? throw new InvalidOperationException($"The dated parameter {cle} has no value today."));
}
