using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>Changes fields of a place, with the reason: each becomes a correction when a source gives the place.</summary>
internal sealed class ModifierModel(FaireAvecDb db, SaisieDesLieux saisie, ContexteEcriture ecriture) : PageDeFiche(db)
{
    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation) => await TrouverAsync(id, annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? geste, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        FormulaireDeFiche.Retenir(ModelState, Request.Form);
        if (geste == "horaires")
        {
            ViewData["Horaires"] = Request.Form["horaires"].ToString();
            return Page();
        }

        var changes = FormulaireDeFiche.Lire(Request.Form).Where(v => v.Value != Corrigee.Texte(v.Key)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        if (changes.Count == 0)
        {
            return Redirect($"{LiensDonnees.Lieu(id)}?fait=rien");
        }

        if (ModelState.LireMotif(Motif, CorrectionDeChamp.MotifMax, MotsDonnees.T("Saisie.Motif.Vide"), out var motif) && this.TextesLibresAcceptes())
        {
            ecriture.Motif = motif;
            var modifie = await saisie.ModifierAsync(id, changes, annulation);
            if (modifie.Reussi)
            {
                return Redirect($"{LiensDonnees.Lieu(id)}?fait=modifie");
            }

            ModelState.Dire(modifie.Erreurs);
        }
        else
        {
            // All the faults at once.
            ModelState.Dire(saisie.Fautes(Corrigee, changes));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
