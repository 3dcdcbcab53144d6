using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>A new producer.</summary>
internal sealed class NouvelleModel(RegistreDesSources registre, TimeProvider horloge) : FormulaireDeSource
{
    [BindProperty]
    public string? Code { get; set; }

    public void OnGet()
    {
        Remplir(new Source { Code = "", Nom = "", CreeeLe = horloge.GetUtcNow() });
        Nom = null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (Lire(Code?.Trim() ?? "") is { } demande)
        {
            var resultat = await registre.AjouterAsync(demande, annulation);
            if (resultat.Reussi)
            {
                return Redirect($"{LiensDonnees.Source(resultat.Valeur.Code)}?fait=creee");
            }

            Dire(resultat.Erreurs);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
