using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>
/// Rolls an import back: the acts that it made and that nobody changed since are removed, as their author would remove them; those that somebody changed stay, and are named. Acts that
/// were noted here and recognised are here as before, without the other tool's id.
/// </summary>
internal sealed class AnnulationDImport(FaireAvecDb db, CorrigerActivite corriger, TimeProvider horloge)
{
    private const int ParLot = 100;

    public async Task AnnulerAsync(Guid id, CancellationToken annulation)
    {
        await db.Set<IdentifiantExterne>().Where(e => e.Import == id && !e.Cree).ExecuteDeleteAsync(annulation);
        var (retires, gardes, apres) = (0, 0, "");
        while (true)
        {
            var lot = await db.Set<IdentifiantExterne>().Where(e => e.Import == id && e.Cle.CompareTo(apres) > 0).OrderBy(e => e.Cle).Take(ParLot).AsNoTracking().ToListAsync(annulation);
            if (lot.Count == 0)
            {
                break;
            }

            apres = lot[^1].Cle;
            foreach (var lien in lot)
            {
                annulation.ThrowIfCancellationRequested();
                // One at a time: a refusal forgets all that is followed, and the next ones must not be taken for removed.
                db.Oublier();
                var activite = await db.Set<Activite>().SingleOrDefaultAsync(a => a.Id == lien.Activite, annulation);
                if (activite is { SupprimeeLe: null } && activite.Version != lien.Version)
                {
                    gardes++;
                    continue;
                }

                if (!await RetirerAsync(lien, activite, annulation))
                {
                    gardes++;
                    continue;
                }

                retires += activite is null ? 0 : 1;
            }

            db.ChangeTracker.Clear();
            await db.Set<ImportDActivites>().Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Faites, x => x.Faites + lot.Count), annulation);
        }

        var import = await db.Set<ImportDActivites>().SingleAsync(i => i.Id == id, annulation);
        // Begun again after a cut, what was removed before isn't there to count: it is those that were written less those that stay.
        var ecrits = import.Bilan?.Ecrits ?? retires + gardes;
        import.Bilan = (import.Bilan ?? new BilanDImport()) with { Retires = ecrits - gardes, Gardes = gardes };
        if (import.Passer(EtatDImport.Annule, horloge.GetUtcNow()))
        {
            await db.SaveChangesAsync(annulation);
        }
    }

    /// <summary>The acts that it made and that stay after its rollback.</summary>
    public static IQueryable<Activite> Restes(FaireAvecDb db, Guid import) =>
        db.Set<Activite>().AsNoTracking().Where(a => a.SupprimeeLe == null && db.Set<IdentifiantExterne>().Any(e => e.Import == import && e.Activite == a.Id));

    private async Task<bool> RetirerAsync(IdentifiantExterne lien, Activite? activite, CancellationToken annulation)
    {
        if (activite is not { SupprimeeLe: null })
        {
            db.Remove(lien);
            await db.SaveChangesAsync(annulation);
            return true;
        }

        // Saved with the removal, in one transaction. Refused, in a time that is closed for instance, both stay.
        db.Remove(lien);
        return (await corriger.SupprimerAsync(activite, MotsImports.T("Annulation.Motif"), annulation)).Reussi;
    }
}
