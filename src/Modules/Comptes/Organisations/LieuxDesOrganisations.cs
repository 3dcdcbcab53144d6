using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Organisations;

internal sealed class LieuxDesOrganisations(FaireAvecDb db) : ILieuxDesOrganisations
{
    public async Task<IReadOnlyList<string>> LieuxAsync(Guid organisation, CancellationToken annulation) =>
        await db.Set<LieuDOrganisation>().AsNoTracking().Where(l => l.Organisation == organisation).OrderBy(l => l.AjouteLe).Select(l => l.Lieu).ToListAsync(annulation);
}
