using FaireAvec.Comptes.Organisations;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Creer;

/// <summary>A new organisation.</summary>
internal sealed class IndexModel(RegistreDesOrganisations registre, ITerritoires territoires) : FormulaireDOrganisation(territoires)
{
    public void OnGet() => TypeIdentification = nameof(Domain.TypeIdentification.Siret);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var creee = await registre.CreerAsync(Saisie, annulation);
        if (creee.Reussi)
        {
            return Redirect($"{LiensMembres.Organisation(creee.Valeur.Id)}?fait=creee");
        }

        ModelState.Dire(creee.Erreurs);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
