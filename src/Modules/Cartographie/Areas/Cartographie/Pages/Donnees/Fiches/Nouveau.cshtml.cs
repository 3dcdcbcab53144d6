using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>A place made by hand.</summary>
internal sealed class NouveauModel(SaisieDesLieux saisie, TimeProvider horloge) : PageModel
{
    public FicheLieu Fiche { get; private set; } = new();

    public void OnGet() => Fiche = new FicheLieu { DateMaj = Ecran.JourDeParis(horloge.GetUtcNow()) };

    public async Task<IActionResult> OnPostAsync(string? geste, CancellationToken annulation)
    {
        var valeurs = FormulaireDeFiche.Lire(Request.Form);
        Fiche = FicheLieu.DepuisTexte(valeurs.GetValueOrDefault);
        FormulaireDeFiche.Retenir(ModelState, Request.Form);
        if (geste == "horaires")
        {
            ViewData["Horaires"] = Request.Form["horaires"].ToString();
            return Page();
        }

        var cree = await saisie.CreerAsync(Fiche, annulation);
        if (cree.Reussi)
        {
            return Redirect($"{LiensDonnees.Lieu(cree.Valeur.Id)}?fait=cree");
        }

        ModelState.Dire(cree.Erreurs);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
