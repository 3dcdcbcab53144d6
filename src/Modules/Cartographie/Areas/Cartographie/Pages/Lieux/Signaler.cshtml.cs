using System.ComponentModel.DataAnnotations;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>Anybody says that something is wrong: what, in a few words, and an e-mail address only for an answer.</summary>
internal sealed class SignalerModel(CatalogueLieux catalogue, TimeProvider horloge, FaireAvecDb db) : PageDeLieu(catalogue, horloge)
{
    private readonly TimeProvider _horloge = horloge;

    [BindProperty]
    public CategorieSignalement? Categorie { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Message { get; set; }

    [BindProperty]
    public string? Courriel { get; set; }

    /// <summary>A field that people don't see: a robot fills it.</summary>
    [BindProperty]
    public string? Adresse2 { get; set; }

    /// <summary>True once the report is kept.</summary>
    public bool Recu { get; private set; }

    public IActionResult OnGet(string cle, bool merci = false)
    {
        Recu = merci;
        return Trouver(cle, Liens.Signaler) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string cle, CancellationToken annulation)
    {
        if (Trouver(cle, Liens.Signaler) is { } ailleurs)
        {
            return ailleurs;
        }

        var (message, courriel) = (Message?.Trim().ReplaceLineEndings("\n") ?? "", Courriel?.Trim());
        ModelState.Clear();
        if (Categorie is null || !Enum.IsDefined(Categorie.Value))
        {
            ModelState.AddModelError(nameof(Categorie), Mots.T("Signaler.Categorie.Vide"));
        }

        if (message.Length == 0)
        {
            ModelState.AddModelError(nameof(Message), Mots.T("Signaler.Message.Vide"));
        }
        else if (message.Length > Signalement.MessageMax)
        {
            ModelState.AddModelError(nameof(Message), Mots.T("Signaler.Message.Long"));
        }

        if (!string.IsNullOrEmpty(courriel) && !(courriel.Length <= Signalement.CourrielMax && new EmailAddressAttribute().IsValid(courriel) && courriel.LastIndexOf('.') > courriel.IndexOf('@', StringComparison.Ordinal) + 1 && !courriel.Any(char.IsControl)))
        {
            ModelState.AddModelError(nameof(Courriel), Mots.T("Signaler.Courriel.Faux"));
        }

        if (string.IsNullOrEmpty(Adresse2))
        {
            this.TextesLibresAcceptes();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (string.IsNullOrEmpty(Adresse2))
        {
            db.Add(new Signalement
            {
                Id = Identifiants.Nouveau(_horloge),
                LieuId = Lieu.Id,
                Categorie = Categorie!.Value,
                Message = message,
                Courriel = string.IsNullOrEmpty(courriel) ? null : courriel,
                RecuLe = Maintenant,
            });
            await db.SaveChangesAsync(annulation);
        }

        // Sent again by « reload », the address only thanks once more.
        return Redirect($"{Liens.Signaler(Lieu)}?merci=true");
    }
}
