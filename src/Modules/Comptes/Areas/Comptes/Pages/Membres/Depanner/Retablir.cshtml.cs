using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Depanner;

/// <summary>Gives back the access of somebody of one's organisation who hadn't come for a year.</summary>
internal sealed class RetablirModel(FaireAvecDb db, AccesAuxOrganisations acces, RetablissementDeCompte retablissement, IJournalDAcces journal, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    public Compte Compte { get; private set; } = null!;

    public AvisDInactivite? Avis { get; private set; }

    public bool Possible => RetablissementDeCompte.Possible(Compte, Avis);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        await journal.NoterAsync(id, MotsDonneesPersonnelles.T("Consultation.Fiche"), null, annulation);
        Response.StatusCode = Possible ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var retabli = await retablissement.RetablirAsync(HttpContext, id, demandeur.Identite!.Compte, annulation);
        if (retabli.Reussi)
        {
            return Redirect($"{LiensMembres.Membres}?fait=retabli");
        }

        ModelState.Dire(retabli.Erreurs);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var organisations = acces.Toutes(DroitsDesComptes.DepannerUnMembre).Select(o => o.Id);
        // Only somebody who still has a role there.
        if (!await db.Set<Appartenance>().AnyAsync(a => a.Compte == id && organisations.Contains(a.Organisation) && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant), annulation)
            || await db.Set<Compte>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation) is not { } compte)
        {
            return false;
        }

        Compte = compte;
        Avis = await db.Set<AvisDInactivite>().AsNoTracking().SingleOrDefaultAsync(a => a.Compte == id, annulation);
        return true;
    }
}
