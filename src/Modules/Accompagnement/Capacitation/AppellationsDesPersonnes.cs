using System.Globalization;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>How lists call the people whom who asks follows.</summary>
internal sealed class AppellationsDesPersonnes(FaireAvecDb db)
{
    public async Task<IReadOnlyDictionary<Guid, string>> LireAsync(IReadOnlyCollection<Guid> personnes, CancellationToken annulation)
    {
        var lues = await db.Set<PersonneAccompagnee>().AsNoTracking().Where(p => personnes.Contains(p.Id)).Select(p => new { p.Id, p.CreeeLe }).ToListAsync(annulation);
        return lues.ToDictionary(p => p.Id, p => MotsCapacitation.T("Suivis.Appellation", JourDeParis.De(p.CreeeLe).EnMots("d MMMM yyyy", CultureInfo.CurrentCulture)));
    }
}
