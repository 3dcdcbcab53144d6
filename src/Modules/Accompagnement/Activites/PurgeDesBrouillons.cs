using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Drafts that nobody touched for long: they hold words about people.</summary>
internal sealed class PurgeDesBrouillons(FaireAvecDb db) : IPurge
{
    private const long JoursParDefaut = 90;

    public string Nom => "accompagnement.brouillons";

    public string CeQuiPart => "Les comptes rendus commencés et jamais finis";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var jours = await db.ParametreAsync("accompagnement.brouillons_jours", JourDeParis.De(maintenant), annulation) ?? JoursParDefaut;
        var limite = maintenant.AddDays(-jours);
        return await db.Set<Brouillon>().Where(b => b.ModifieLe < limite).ExecuteDeleteAsync(annulation);
    }
}
