using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Depannages;

/// <summary>Colleagues who lost their ways to sign in and ask for help.</summary>
internal sealed class IndexModel(FaireAvecDb db, Demandeur demandeur, TableDesDroits droits, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public IReadOnlyList<(DemandeDeSecours Demande, Compte Compte)> Demandes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var (moi, maintenant) = (demandeur.Identite!, horloge.GetUtcNow());
        var lues = await (
            from d in db.Set<DemandeDeSecours>().AsNoTracking()
            join c in db.Set<Compte>().AsNoTracking() on d.Compte equals c.Id
            where d.Etat == EtatDeSecours.EnAttente && d.ExpireLe > maintenant && d.Compte != moi.Compte
            orderby d.DemandeeLe
            select new { d, c }).Take(200).ToListAsync(annulation);
        var visibles = new List<(DemandeDeSecours, Compte)>();
        foreach (var l in lues)
        {
            if (SecoursADeux.PeutRepondre(droits, moi, l.c.Id, await SecoursADeux.OrganisationsAsync(db, l.c.Id, maintenant, annulation)))
            {
                visibles.Add((l.d, l.c));
            }
        }

        Demandes = visibles;
    }
}
