using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Demandes;

/// <summary>The requests to answer, the most urgent first.</summary>
internal sealed class IndexModel(FaireAvecDb db, Demandeur demandeur, TableDesDroits droits, INomsDesComptes noms, TimeProvider horloge) : PageModel
{
    public const int Max = 200;

    public bool Finies { get; private set; }

    public IReadOnlyList<(DemandeDeDroits Demande, string? Nom)> Lignes { get; private set; } = [];

    public DateOnly Aujourdhui => DelaiDeReponse.Jour(horloge.GetUtcNow());

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Finies = this.LireParmi("etat", "finies") is not null;
        var demandes = db.Set<DemandeDeDroits>().AsNoTracking().Where(d => d.FinieLe == null != Finies);
        if (!droits.Portees(demandeur.Identite, DroitsDesComptes.TraiterLesDemandes).Contains(Portee.National))
        {
            var organisation = demandeur.Identite!.Organisation;
            demandes = demandes.Where(d => d.Organisation != null && d.Organisation == organisation);
        }

        demandes = Finies ? demandes.OrderByDescending(d => d.FinieLe) : demandes.OrderBy(d => d.Echeance);
        var lignes = new List<(DemandeDeDroits, string?)>();
        foreach (var demande in await demandes.Take(Max).ToListAsync(annulation))
        {
            lignes.Add((demande, await noms.NomAsync(demande.Personne.ToString(), annulation)));
        }

        Lignes = lignes;
    }
}
