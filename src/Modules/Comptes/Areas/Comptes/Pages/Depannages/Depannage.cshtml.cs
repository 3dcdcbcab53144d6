using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Depannages;

/// <summary>One colleague who asks: recognised by voice or by sight, with the code that they tell. Two have to agree.</summary>
internal sealed class DepannageModel(FaireAvecDb db, Demandeur demandeur, TableDesDroits droits, SecoursADeux secours, AdresseDuSite adresse, INomsDesComptes noms, TimeProvider horloge) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public DemandeDeSecours Demande { get; private set; } = null!;

    public Compte Compte { get; private set; } = null!;

    /// <summary>Who has agreed already.</summary>
    public string? Premier { get; private set; }

    public bool DejaMoi => Demande.Premier == demandeur.Identite!.Compte;

    public bool Ouverte => Demande.EnAttente(horloge.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!Ouverte)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (adresse.De(Request) is not { } site)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var accord = await secours.AccorderAsync(HttpContext, demandeur.Identite!, id, Code, site, annulation);
        return accord.Reussi ? Redirect($"{LiensComptes.Depannages}?fait={(accord.Valeur ? "second" : "accord")}") : Refuser(accord.Erreur!);
    }

    public async Task<IActionResult> OnPostRefuserAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var refus = await secours.RefuserAsync(HttpContext, demandeur.Identite!, id, annulation);
        return refus.Reussi ? Redirect($"{LiensComptes.Depannages}?fait=refus") : Refuser(refus.Erreur!);
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var (moi, maintenant) = (demandeur.Identite!, horloge.GetUtcNow());
        var lu = await (
            from d in db.Set<DemandeDeSecours>().AsNoTracking()
            join c in db.Set<Compte>().AsNoTracking() on d.Compte equals c.Id
            where d.Id == id
            select new { d, c }).SingleOrDefaultAsync(annulation);
        if (lu is null || !SecoursADeux.PeutRepondre(droits, moi, lu.c.Id, await SecoursADeux.OrganisationsAsync(db, lu.c.Id, maintenant, annulation)))
        {
            return false;
        }

        (Demande, Compte) = (lu.d, lu.c);
        Premier = await noms.NomAsync(lu.d.Premier?.ToString(), annulation);
        return true;
    }

    private PageResult Refuser(Erreur erreur)
    {
        ModelState.Clear();
        ModelState.AddModelError(erreur.Champ ?? "", MotsConnexion.Erreur(erreur));
        Response.StatusCode = erreur == ErreursDeConnexion.SecoursCode || erreur.Code == "CPT-106" ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }
}
