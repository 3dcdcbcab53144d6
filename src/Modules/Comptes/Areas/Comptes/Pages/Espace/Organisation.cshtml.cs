using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Espace;

/// <summary>For whom one works now, among one's organisations.</summary>
internal sealed class OrganisationModel(FaireAvecDb db, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    [BindProperty]
    public Guid? Choix { get; set; }

    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? RetourDemande { get; set; }

    public IReadOnlyList<(Guid Id, string Nom, IReadOnlyList<Role> Roles)> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        await ListerAsync(annulation);
        Choix = demandeur.Identite!.Organisation;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await ListerAsync(annulation);
        if (Organisations.All(o => o.Id != Choix))
        {
            ModelState.AddModelError(nameof(Choix), Mots.T("Organisation.Choisir.Erreur"));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var session = await db.Set<Session>().SingleAsync(s => s.Id == demandeur.Identite!.Session, annulation);
        session.Organisation = Choix;
        await db.SaveChangesAsync(annulation);
        return LocalRedirect(Retour.Local(RetourDemande) ?? LiensComptes.Espace);
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        var (compte, maintenant) = (demandeur.Identite!.Compte, horloge.GetUtcNow());
        var lignes = await (
            from a in db.Set<Appartenance>()
            join o in db.Set<Organisation>() on a.Organisation equals o.Id
            where a.Compte == compte && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant) && o.FermeeLe == null && o.FusionneeDans == null
            orderby o.Nom
            select new { o.Id, o.Nom, a.Role }).ToListAsync(annulation);
        Organisations = [.. lignes.GroupBy(l => (l.Id, l.Nom)).Select(g => (g.Key.Id, g.Key.Nom, (IReadOnlyList<Role>)[.. g.Select(l => l.Role)]))];
    }
}
