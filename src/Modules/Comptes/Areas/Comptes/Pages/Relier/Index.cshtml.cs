using FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Relier;

/// <summary>Links the identity that waits in this browser to the account of whoever is signed in, if they say so.</summary>
internal sealed class IndexModel(FournisseursOidc fournisseurs, ConnexionProConnect connexion, Demandeur demandeur) : PageOidc
{
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? RetourDemande { get; set; }

    public string Nom => demandeur.Identite!.Nom;

    public bool Attend => connexion.Attend(HttpContext);

    public IActionResult OnGet() => fournisseurs.ProConnect is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (fournisseurs.ProConnect is null)
        {
            return NotFound();
        }

        var reliee = await connexion.RelierAsync(HttpContext, demandeur.Identite!.Compte, annulation);
        return reliee.Reussi ? LocalRedirect(Retour.Local(RetourDemande) ?? LiensComptes.MonCompte) : Dire(reliee.Erreur!);
    }
}
