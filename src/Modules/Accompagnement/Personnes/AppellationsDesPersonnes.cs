using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>What one calls several people at once: a name, the number of a card, or neither.</summary>
internal sealed class AppellationsDesPersonnes(FaireAvecDb db)
{
    /// <summary>By id; somebody who can't be seen isn't there.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> LireAsync(IReadOnlyCollection<Guid> personnes, CancellationToken annulation)
    {
        var lues = await db.Set<PersonneAccompagnee>().AsNoTracking().Where(p => personnes.Contains(p.Id)).ToListAsync(annulation);
        var cartes = (await db.Set<CarteDeParcours>().AsNoTracking().Where(c => personnes.Contains(c.Personne) && c.FinieLe == null).ToListAsync(annulation)).ToLookup(c => c.Personne);
        return lues.ToDictionary(p => p.Id, p => p.NomComplet ?? (cartes[p.Id].FirstOrDefault() is { } c ? MotsPersonnes.T("Personne.Carte", NumeroDeCarte.Lire(c.Numero)!.Value.Presente) : MotsPersonnes.T("Personne.SansCarte")));
    }
}
