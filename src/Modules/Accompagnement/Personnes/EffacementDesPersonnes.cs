using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>
/// Erases a person helped: every module takes its personal part away, then the keys of the journal are destroyed. Acts and totals stay, without anybody.
/// Those that were joined to them go too.
/// </summary>
internal static class EffacementDesPersonnes
{
    /// <summary>In the caller's transaction and system context; false when it was done already.</summary>
    public static async Task<bool> EffacerAsync(IServiceProvider services, FaireAvecDb db, Guid personne, CancellationToken annulation)
    {
        await SuiviDesPersonnes.VerrouillerAsync(db, personne, annulation);
        if (!await db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == personne && p.EffaceeLe == null, annulation))
        {
            return false;
        }

        foreach (var id in await ToutesAsync(db, personne, annulation))
        {
            foreach (var donnees in services.GetServices<IDonneesDePersonne>().Where(d => d.PersonnesAidees).OrderBy(d => d.Rang).ThenBy(d => d.Nom, StringComparer.Ordinal))
            {
                await donnees.EffacerAsync(id, annulation);
                await db.SaveChangesAsync(annulation);
            }

            await db.Database.ExecuteSqlAsync($"SELECT noyau.oublier_personne({id})", annulation);
        }

        db.Publier(new PersonneEffacee(personne, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await db.SaveChangesAsync(annulation);
        return true;
    }

    /// <summary>The person, and those that turned out to be them.</summary>
    public static async Task<IReadOnlyList<Guid>> ToutesAsync(FaireAvecDb db, Guid personne, CancellationToken annulation) =>
        [personne, .. await db.Set<PersonneAccompagnee>().Where(p => p.FusionneeDans == personne).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(annulation)];
}
