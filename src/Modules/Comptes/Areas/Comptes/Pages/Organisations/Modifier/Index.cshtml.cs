using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Modifier;

/// <summary>What an organisation is, changed.</summary>
internal sealed class IndexModel(FaireAvecDb db, AccesAuxOrganisations acces, RegistreDesOrganisations registre, ITerritoires territoires) : FormulaireDOrganisation(territoires)
{
    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.AModifierAsync(id, annulation) is not { } organisation)
        {
            return NotFound();
        }

        Organisation = organisation;
        Remplir(organisation, organisation.Reseau is { } tete ? await db.Set<Organisation>().Where(o => o.Id == tete).Select(o => o.Numero).SingleAsync(annulation) : null);
        if (!organisation.Ouverte)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.AModifierAsync(id, annulation) is not { } organisation)
        {
            return NotFound();
        }

        Organisation = organisation;
        if (!this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var modifiee = await registre.ModifierAsync(organisation, Saisie, annulation);
        if (modifiee.Reussi)
        {
            return Redirect($"{LiensMembres.Organisation(id)}?fait=modifiee");
        }

        ModelState.Dire(modifiee.Erreurs);
        Response.StatusCode = organisation.Ouverte ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }
}
