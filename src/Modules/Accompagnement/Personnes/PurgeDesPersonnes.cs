using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>Erases who hasn't been seen for as long as the register says: neither an act, nor a change of the sheet.</summary>
internal sealed class PurgeDesPersonnes(FaireAvecDb db, IDureesDeConservation durees, EnSysteme systeme) : IPurge
{
    // A night has several passes to catch up; one doesn't hold the base for an hour.
    private const int Lot = 500;

    public string Nom => "accompagnement.personnes";

    public string CeQuiPart => "Le nom, les contacts, les notes et les objectifs des personnes qui ne sont plus venues ; leurs cartes ; la clé qui ouvrait ce que le journal dit d’elles.";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        var jour = JourDeParis.De(limite);
        // Counters of failures are forgotten long before.
        await db.Set<FreinDesCartes>().Where(f => f.DernierLe < maintenant.AddDays(-2)).ExecuteDeleteAsync(annulation);
        var personnes = await db.Set<PersonneAccompagnee>()
            .Where(p => p.EffaceeLe == null && p.FusionneeDans == null && p.DernierContactLe < limite && !db.Set<UnAccompagnement>().Any(a => a.Personne == p.Id && a.Jour >= jour))
            .OrderBy(p => p.DernierContactLe).Select(p => p.Id).Take(Lot).ToListAsync(annulation);
        var effaces = 0;
        foreach (var personne in personnes)
        {
            effaces += await systeme.FaireAsync(EnSysteme.Droits, (s, d) => EffacementDesPersonnes.EffacerAsync(s, d, personne, annulation), annulation) ? 1 : 0;
        }

        return effaces;
    }
}
