using FaireAvec.Comptes.Exploitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Actes;

/// <summary>A value that begins today or later.</summary>
internal sealed class NouvelleValeurModel(FaireAvecDb db, ReglagesDeLaPlateforme reglages, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cle")]
    public string Cle { get; set; } = "";

    [BindProperty]
    public long? Valeur { get; set; }

    [BindProperty]
    public DateOnly? Debut { get; set; }

    [BindProperty, TexteLibre(ContactsPermis = true)]
    public string? Source { get; set; }

    public long Courante { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation) => await TrouverAsync(annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        if (this.TextesLibresAcceptes() & ModelState.IsValid)
        {
            var fait = await reglages.AjouterUneValeurAsync(Cle, Valeur, Debut, Source, annulation);
            if (fait.Reussi)
            {
                return Redirect($"{LiensDAdministration.Parametre(Cle)}?fait=ajoutee");
            }

            ModelState.Dire(fait.Erreurs);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    // Only a figure that the product knows gets values: one that is misspelt would be read by nobody.
    private async Task<bool> TrouverAsync(CancellationToken annulation)
    {
        var connue = await db.Set<ParametreDate>().AnyAsync(p => p.Cle == Cle, annulation);
        Courante = connue ? await db.ParametreAsync(Cle, JourDeParis.De(horloge.GetUtcNow()), annulation) ?? 0 : 0;
        return connue;
    }
}
