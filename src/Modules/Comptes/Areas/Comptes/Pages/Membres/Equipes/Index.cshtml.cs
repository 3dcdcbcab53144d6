using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Equipes;

/// <summary>The teams that one composes: one's own, or those of the organisation that one manages.</summary>
internal sealed class IndexModel(FaireAvecDb db, AccesAuxEquipes acces, AccesAuxOrganisations organisations, GestionDesEquipes equipes, Demandeur demandeur) : PageModel
{
    [BindProperty]
    public string? Nom { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<(Equipe Equipe, string Organisation)> Lignes { get; private set; } = [];

    /// <summary>The organisation where a team would be made; null when one may not make one.</summary>
    public Organisation? Ou { get; private set; }

    public Task OnGetAsync(CancellationToken annulation) => ListerAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await ListerAsync(annulation);
        if (Ou is null)
        {
            return NotFound();
        }

        var creee = await equipes.CreerAsync(Ou, Nom, annulation);
        if (creee.Reussi)
        {
            return Redirect(LiensMembres.Equipe(creee.Valeur.Id));
        }

        ModelState.Dire(creee.Erreurs);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        // A coordinator has teams, given by a manager; making one is for who manages the organisation.
        Ou = demandeur.Identite?.Organisation is { } sienne ? await organisations.TrouverAsync(sienne, DroitsDesComptes.GererLesEquipes, annulation) : null;
        NumeroDePage = Request.NumeroDePage();
        var visibles = acces.Toutes().Where(e => e.FermeeLe == null);
        Total = await visibles.CountAsync(annulation);
        var lignes = await (from e in visibles join o in db.Set<Organisation>() on e.Organisation equals o.Id orderby e.Nom, e.Id select new { Equipe = e, o.Nom })
            .Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage).ToListAsync(annulation);
        Lignes = [.. lignes.Select(l => (l.Equipe, l.Nom))];
    }
}
