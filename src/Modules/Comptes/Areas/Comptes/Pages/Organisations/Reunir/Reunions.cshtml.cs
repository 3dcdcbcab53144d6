using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Reunir;

/// <summary>A merge, for the list.</summary>
internal sealed record LigneDeReunion(Reunion Reunion, string Absorbee, string Gardee, int Elements)
{
    public string? Par { get; set; }
}

/// <summary>The merges, and their undoing.</summary>
internal sealed class ReunionsModel(FaireAvecDb db, ReunionDOrganisations reunions, INomsDesComptes noms) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<LigneDeReunion> Lignes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken annulation) => ListerAsync(annulation);

    public async Task<IActionResult> OnPostAsync(Guid reunion, CancellationToken annulation)
    {
        if (!await db.Set<Reunion>().AnyAsync(r => r.Id == reunion, annulation))
        {
            return NotFound();
        }

        var defaite = await reunions.DefaireAsync(reunion, annulation);
        if (defaite.Reussi)
        {
            return Redirect($"{LiensMembres.Reunions}?fait=defaite");
        }

        ModelState.Dire(defaite.Erreurs);
        Response.StatusCode = StatusCodes.Status409Conflict;
        await ListerAsync(annulation);
        return Page();
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        Total = await db.Set<Reunion>().CountAsync(annulation);
        var lignes = await (
            from r in db.Set<Reunion>().AsNoTracking()
            join a in db.Set<Organisation>() on r.Absorbee equals a.Id
            join g in db.Set<Organisation>() on r.Gardee equals g.Id
            orderby r.Le descending, r.Id
            select new { Reunion = r, Absorbee = a.Nom, Gardee = g.Nom, Elements = db.Set<ElementReuni>().Count(e => e.Reunion == r.Id) })
            .Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage).ToListAsync(annulation);
        var lues = lignes.ConvertAll(l => new LigneDeReunion(l.Reunion, l.Absorbee, l.Gardee, l.Elements));
        foreach (var l in lues)
        {
            l.Par = await noms.NomAsync(l.Reunion.Par?.ToString(), annulation);
        }

        Lignes = lues;
    }
}
