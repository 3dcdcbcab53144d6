using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MesDonnees;

/// <summary>A request about one's data, in a few words: to put right what one can't put right oneself, to object, to limit.</summary>
internal sealed class DemanderModel(DemandesDeDroits demandes) : PageModel
{
    /// <summary>Erasure has a page of its own: it closes the account.</summary>
    public static readonly IReadOnlyList<TypeDeDemande> Types = [TypeDeDemande.Rectification, TypeDeDemande.Opposition, TypeDeDemande.Limitation, TypeDeDemande.Acces, TypeDeDemande.Portabilite];

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Texte { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var texte = Texte?.Trim().ReplaceLineEndings("\n") ?? "";
        var connu = Enum.TryParse<TypeDeDemande>(Type, out var type) && Types.Contains(type) && Type == type.ToString();
        if (!connu)
        {
            ModelState.Dire(ErreursDeDonnees.TypeDeDemande);
        }

        if (texte.Length is 0 or > DemandeDeDroits.TexteMax)
        {
            ModelState.Dire(texte.Length == 0 ? ErreursDeDonnees.TexteManque : ErreursDeDonnees.TexteLong);
        }

        if (this.TextesLibresAcceptes() & ModelState.IsValid)
        {
            var deposee = await demandes.DeposerAsync(type, texte, annulation);
            if (deposee.Reussi)
            {
                return Redirect($"{LiensDonneesPersonnelles.MesDonnees}?fait=demandee");
            }

            ModelState.Dire(deposee.Erreur!);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }
}
