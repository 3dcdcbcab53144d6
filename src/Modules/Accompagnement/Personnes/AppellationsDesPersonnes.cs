using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>What one calls several people at once: a name, the number of a card, or neither.</summary>
internal sealed class AppellationsDesPersonnes(FaireAvecDb db)
{
    /// <summary>By id; somebody who can't be seen isn't there.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> LireAsync(IReadOnlyCollection<Guid> personnes, CancellationToken annulation) =>
        await NommerAsync(await db.Set<PersonneAccompagnee>().AsNoTracking().Where(p => personnes.Contains(p.Id)).ToListAsync(annulation), annulation);

    /// <summary>The same for people who were read already.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NommerAsync(IReadOnlyCollection<PersonneAccompagnee> personnes, CancellationToken annulation)
    {
        var sansNom = personnes.Where(p => p.NomComplet is null).Select(p => p.Id).ToList();
        var cartes = sansNom.Count == 0 ? [] : await db.Set<CarteDeParcours>().AsNoTracking().Where(c => sansNom.Contains(c.Personne) && c.FinieLe == null).ToListAsync(annulation);
        var parPersonne = cartes.ToLookup(c => c.Personne);
        return personnes.ToDictionary(p => p.Id, p => p.NomComplet ?? (parPersonne[p.Id].FirstOrDefault() is { } c ? MotsPersonnes.T("Personne.Carte", NumeroDeCarte.Lire(c.Numero)!.Value.Presente) : MotsPersonnes.T("Personne.SansCarte")));
    }
}
