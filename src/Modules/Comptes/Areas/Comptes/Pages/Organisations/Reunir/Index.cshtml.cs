using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Reunir;

/// <summary>Two organisations that are one: which ones, what would move, then one write.</summary>
internal sealed class IndexModel(FaireAvecDb db, ReunionDOrganisations reunions, INomsDesLieux lieux) : PageModel
{
    /// <summary>Number (SIRET, RIDET or ours) of the one that goes.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Absorbee { get; set; }

    /// <summary>Number of the one that stays.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Gardee { get; set; }

    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public ApercuDeReunion? Apercu { get; private set; }

    public string NomDeLieu(string id) => lieux.Trouver(id)?.Nom ?? id;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        if (string.IsNullOrWhiteSpace(Absorbee) && string.IsNullOrWhiteSpace(Gardee))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Gardee))
        {
            // Led here from the page of an organisation: its id becomes its number.
            Absorbee = (await LireAsync(Absorbee, annulation))?.Numero ?? Absorbee;
            ModelState.Clear();
            return;
        }

        await ApercuAsync(annulation);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await ApercuAsync(annulation);
        var motif = Motif?.Trim() ?? "";
        if (motif.Length is 0 or > Reunion.MotifMax)
        {
            ModelState.AddModelError(nameof(Motif), motif.Length == 0 ? MotsMembres.T("Reunir.Motif.Vide") : ErreursMembres.MotifLong.Message);
        }

        if (this.TextesLibresAcceptes() & ModelState.IsValid && Apercu is { } apercu)
        {
            var faite = await reunions.ReunirAsync(apercu.Absorbee.Id, apercu.Gardee.Id, motif, annulation);
            if (faite.Reussi)
            {
                return Redirect($"{LiensMembres.Organisation(apercu.Gardee.Id)}?fait=reunie");
            }

            ModelState.Dire(faite.Erreurs.Take(1).Select(e => e with { Champ = null }));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task ApercuAsync(CancellationToken annulation)
    {
        var (absorbee, gardee) = (await LireAsync(Absorbee, annulation), await LireAsync(Gardee, annulation));
        if (absorbee is null)
        {
            ModelState.AddModelError(nameof(Absorbee), MotsMembres.T("Reunir.Introuvable"));
        }

        if (gardee is null)
        {
            ModelState.AddModelError(nameof(Gardee), MotsMembres.T("Reunir.Introuvable"));
        }

        if (absorbee is null || gardee is null)
        {
            return;
        }

        if (absorbee.Id == gardee.Id)
        {
            ModelState.AddModelError(nameof(Gardee), ErreursMembres.ReunionAvecSoi.Message);
            return;
        }

        Apercu = await reunions.ApercuAsync(absorbee.Id, gardee.Id, annulation);
    }

    private async Task<Organisation?> LireAsync(string? saisi, CancellationToken annulation)
    {
        if (Guid.TryParse(saisi, out var id))
        {
            return await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == id && o.FermeeLe == null && o.FusionneeDans == null, annulation);
        }

        var numero = string.Concat((saisi ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return numero.Length == 0 ? null : await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Numero == numero && o.FermeeLe == null && o.FusionneeDans == null, annulation);
    }
}
