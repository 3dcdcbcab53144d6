using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>Takes who came away from appointments and registrations that are long past.</summary>
internal sealed class PurgeDesRendezVous(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    private const int Lot = 2000;

    public string Nom => "accompagnement.rendez_vous";

    public string CeQuiPart => "Le prénom, les contacts et les besoins de qui a pris un rendez-vous ou une place d’atelier. L’heure, le lieu et l’état restent, sans personne.";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        List<Reservation> passees =
        [
            .. await db.Set<RendezVous>().Where(r => r.EffaceeLe == null && r.Fin < limite).OrderBy(r => r.Fin).Take(Lot).ToListAsync(annulation),
            .. await db.Set<Inscription>().Where(i => i.EffaceeLe == null && db.Set<AtelierPrevu>().Any(a => a.Id == i.Atelier && a.Fin < limite)).OrderBy(i => i.PriseLe).Take(Lot).ToListAsync(annulation),
        ];
        var effacees = passees.Count(r => r.Effacer(maintenant));
        await db.SaveChangesAsync(annulation);
        return effacees;
    }
}
