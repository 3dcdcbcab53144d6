using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;

/// <summary>The link of a mail. Looking at it changes nothing: programs that check mails follow links; only the button uses it.</summary>
internal sealed class LienModel(LiensAUsageUnique liens, SecoursADeux secours) : PageDeConnexion
{
    private static readonly UsageDeLien[] Usages = [UsageDeLien.Connexion, UsageDeLien.Operateur, UsageDeLien.Secours];

    public Erreur? Refus { get; private set; }

    public LienEtCompte? Vu { get; private set; }

    public async Task<IActionResult> OnGetAsync(string jeton, CancellationToken annulation) => Montrer(await liens.RegarderAsync(HttpContext, jeton, Usages, annulation));

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken annulation)
    {
        var entre = await liens.EntrerAsync(
            HttpContext,
            jeton,
            Usages,
            (db, vu) => vu.Lien.Usage == UsageDeLien.Secours ? secours.RecommencerAsync(db, vu, annulation) : Task.FromResult<Resultat<bool>>(true),
            annulation);
        return entre.Reussi ? Redirect(LiensComptes.Facteur) : Montrer(entre);
    }

    private PageResult Montrer(Resultat<LienEtCompte> vu)
    {
        (Refus, Vu) = (vu.Erreur, vu.Reussi ? vu.Valeur : null);
        if (Refus is not null)
        {
            Response.StatusCode = StatutDuLien(Refus);
        }

        return Page();
    }
}
