using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>
/// Every five minutes: gives back what was kept for who didn't confirm, offers seats to who waits, forgets network addresses after a day. Run twice, the second
/// time changes nothing.
/// </summary>
internal sealed class TenirLAgenda(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.agenda";

    private const int Lot = 500;
    private static readonly TimeSpan MemoireDesAdresses = TimeSpan.FromDays(1);

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        FaireAsync(services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<AteliersPrevus>(), services.GetRequiredService<TimeProvider>(), annulation);

    internal static async Task FaireAsync(FaireAvecDb db, AteliersPrevus places, TimeProvider horloge, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        foreach (var id in await db.Set<RendezVous>().Where(r => r.TenueJusqua <= maintenant).OrderBy(r => r.TenueJusqua).Take(Lot).Select(r => r.Id).ToListAsync(annulation))
        {
            await SansConflitAsync(db, async () =>
            {
                if (await db.Set<RendezVous>().FirstOrDefaultAsync(r => r.Id == id && r.TenueJusqua <= maintenant, annulation) is { } vain)
                {
                    VerrousDAgenda.Abandonner(db, vain, maintenant);
                    await db.SaveChangesAsync(annulation);
                }
            });
        }

        var ateliers = await db.Set<AtelierPrevu>().AsNoTracking().Where(a => a.AnnuleLe == null && a.Debut > maintenant
            && db.Set<Inscription>().Any(i => i.Atelier == a.Id && (i.Etat == EtatDInscription.EnAttente || i.TenueJusqua <= maintenant))).ToListAsync(annulation);
        foreach (var atelier in ateliers)
        {
            await SansConflitAsync(db, async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(annulation);
                await places.TenirAsync(db, atelier, annulation);
                await transaction.CommitAsync(annulation);
            });
        }

        var hier = maintenant - MemoireDesAdresses;
        await db.Set<RendezVous>().Where(r => r.EmpreinteDeLAdresse != null && r.PriseLe < hier).ExecuteUpdateAsync(m => m.SetProperty(r => r.EmpreinteDeLAdresse, (byte[]?)null), annulation);
        await db.Set<Inscription>().Where(i => i.EmpreinteDeLAdresse != null && i.PriseLe < hier).ExecuteUpdateAsync(m => m.SetProperty(i => i.EmpreinteDeLAdresse, (byte[]?)null), annulation);
    }
    // Confirmed or given up at the same moment: it is as they said, and the next one is done all the same.
    private static async Task SansConflitAsync(FaireAvecDb db, Func<Task> faire)
    {
        try
        {
            await faire();
        }
        catch (DbUpdateConcurrencyException)
        {
        }

        db.ChangeTracker.Clear();
    }
}
