using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Organisations;

internal sealed class LieuxDesOrganisations(FaireAvecDb db) : ILieuxDesOrganisations
{
    public async Task<IReadOnlyList<string>> LieuxAsync(Guid organisation, CancellationToken annulation) =>
        await db.Set<LieuDOrganisation>().AsNoTracking().Where(l => l.Organisation == organisation).OrderBy(l => l.AjouteLe).Select(l => l.Lieu).ToListAsync(annulation);

    public Task<string?> SiretAsync(Guid organisation, CancellationToken annulation) =>
        db.Set<Organisation>().AsNoTracking().Where(o => o.Id == organisation && o.TypeIdentification == TypeIdentification.Siret).Select(o => o.Numero).FirstOrDefaultAsync(annulation)!;
}
