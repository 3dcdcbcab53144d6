using FaireAvec.Accompagnement.Capacitation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ParcoursDUnePersonne;

/// <summary>What matters to the person, chosen with them.</summary>
internal sealed class ChoisirModel(ParcoursDesPersonnes parcours, CatalogueLivre livre) : PageDeParcours(parcours, livre)
{
    [BindProperty]
    public List<string> Codes { get; set; } = [];

    public void OnGet() => Codes = [.. Lu.Parcours is { Actif: true } ? Lu.Choisis.Select(c => c.SavoirFaire) : []];

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        Codes.RemoveAll(string.IsNullOrEmpty);
        var choisi = await Parcours.ChoisirAsync(Personne, Codes, annulation);
        if (choisi.Reussi)
        {
            return Redirect($"{LiensCapacitation.DeLaPersonne(Personne)}?fait=choisi");
        }

        ModelState.Clear();
        foreach (var erreur in choisi.Erreurs)
        {
            ModelState.AddModelError("", erreur.Message);
        }

        Response.StatusCode = choisi.Erreur!.Code is "ACC-163" or "ACC-164" or "ACC-167" ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }
}
