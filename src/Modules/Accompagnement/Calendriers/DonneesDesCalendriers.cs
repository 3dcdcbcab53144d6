using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>What is kept of the calendars of somebody who works here: exported without the secrets, erased with their account.</summary>
internal sealed class DonneesDesCalendriers(FaireAvecDb db) : IDonneesDePersonne
{
    public string Nom => "accompagnement.calendriers";

    public IReadOnlyList<string> Entites => [];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var calendriers = await db.Set<CalendrierExterne>().AsNoTracking().Where(c => c.Compte == personne).OrderBy(c => c.AjouteLe).ToListAsync(annulation);
        var flux = await db.Set<FluxDAgenda>().AsNoTracking().Where(f => f.Compte == personne).OrderBy(f => f.CreeLe).ToListAsync(annulation);
        return calendriers.Count + flux.Count == 0 ? [] :
        [
            new LotDeDonnees(
                "calendriers",
                MotsCalendriers.T("Donnees.Titre"),
                MotsCalendriers.T("Donnees.Explication"),
                "calendriers",
                [
                    .. calendriers.Select(c => (IReadOnlyList<Donnee>)[new("nom", MotsCalendriers.T("Donnees.Nom"), c.Nom), new("serveur", MotsCalendriers.T("Donnees.Serveur"), c.Hote), new("ajoute_le", MotsCalendriers.T("Donnees.AjouteLe"), c.AjouteLe), new("lu_le", MotsCalendriers.T("Donnees.LuLe"), c.LuLe)]),
                    .. flux.Select(f => (IReadOnlyList<Donnee>)[new("adresse_creee_le", MotsCalendriers.T("Donnees.CreeLe"), f.CreeLe), new("avec_prenoms", MotsCalendriers.T("Donnees.AvecPrenoms"), f.AvecPrenoms), new("revoquee_le", MotsCalendriers.T("Donnees.RevoqueLe"), f.RevoqueLe)]),
                ],
                LiensDesCalendriers.Page),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation) =>
        await db.Set<CalendrierExterne>().Where(c => c.Compte == personne).ExecuteDeleteAsync(annulation) + await db.Set<FluxDAgenda>().Where(f => f.Compte == personne).ExecuteDeleteAsync(annulation);
}
