using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;

/// <summary>The links of a change of address: yes from the new one, yes or no from the one in use. Only the button answers.</summary>
internal sealed class CourrielModel(LiensAUsageUnique liens, ChangementsDeCourriel changements) : PageDeConnexion
{
    public Erreur? Refus { get; private set; }

    public UsageDeLien Usage { get; private set; }

    /// <summary>Null as long as nothing was answered; then true when the address has changed.</summary>
    public bool? Change { get; private set; }

    public async Task<IActionResult> OnGetAsync(string jeton, CancellationToken annulation)
    {
        var vu = await liens.RegarderAsync(HttpContext, jeton, ChangementsDeCourriel.Usages, annulation);
        return vu.Reussi ? Montrer(vu.Valeur.Lien.Usage, null) : Montrer(vu.Erreur!);
    }

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken annulation)
    {
        var fait = await liens.UtiliserAsync(HttpContext, jeton, ChangementsDeCourriel.Usages, async (_, db, vu) =>
        {
            Usage = vu.Lien.Usage;
            return await changements.RepondreAsync(db, vu, annulation);
        }, annulation);
        return fait.Reussi ? Montrer(Usage, fait.Valeur) : Montrer(fait.Erreur!);
    }

    private PageResult Montrer(UsageDeLien usage, bool? change)
    {
        (Usage, Change) = (usage, change);
        return Page();
    }

    private PageResult Montrer(Erreur refus)
    {
        Refus = refus;
        Response.StatusCode = StatutDuLien(refus);
        return Page();
    }
}
