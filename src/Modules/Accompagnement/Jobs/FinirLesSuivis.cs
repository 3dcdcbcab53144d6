using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Each night: ends the follow-ups of those who no longer help people in that organisation (<see cref="Suivi"/> says why). Run twice, the second time changes nothing.</summary>
internal sealed class FinirLesSuivis(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.suivis";

    private const int Lot = 1000;

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        FaireAsync(services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<IEmplois>(), services.GetRequiredService<TimeProvider>(), annulation);

    internal static async Task FaireAsync(FaireAvecDb db, IEmplois emplois, TimeProvider horloge, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var jour = JourDeParis.De(maintenant);
        var qui = await db.Set<Suivi>().Where(s => s.Fin == null && s.Compte != null).Select(s => new { Compte = s.Compte!.Value, s.Organisation }).Distinct().ToListAsync(annulation);
        foreach (var lot in qui.ConvertAll(q => (q.Compte, q.Organisation)).Chunk(Lot))
        {
            await emplois.RetenirAsync(lot, annulation);
            foreach (var (compte, organisation) in lot)
            {
                if (await emplois.LeJourAsync(compte, organisation, jour, annulation) is { } emploi && emploi.Roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique))
                {
                    continue;
                }

                foreach (var suivi in await db.Set<Suivi>().Where(s => s.Fin == null && s.Compte == compte && s.Organisation == organisation).ToListAsync(annulation))
                {
                    if (suivi.Finir(FinDeSuivi.Depart, maintenant))
                    {
                        db.Publier(new SuiviFini(suivi.Id, suivi.Personne, organisation, maintenant));
                    }
                }

                await db.SaveChangesAsync(annulation);
                db.ChangeTracker.Clear();
            }
        }
    }
}
