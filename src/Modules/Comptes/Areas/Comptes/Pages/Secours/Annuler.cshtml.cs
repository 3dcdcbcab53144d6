using FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Secours;

/// <summary>« Ce n’est pas moi »: whoever reads the mailbox stops a request for help.</summary>
internal sealed class AnnulerModel(LiensAUsageUnique liens, SecoursADeux secours) : PageDeConnexion
{
    private static readonly UsageDeLien[] Usages = [UsageDeLien.AnnulerSecours];

    public Erreur? Refus { get; private set; }

    public bool Fait { get; private set; }

    public async Task OnGetAsync(string jeton, CancellationToken annulation) => Montrer((await liens.RegarderAsync(HttpContext, jeton, Usages, annulation)).Erreur);

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken annulation)
    {
        var fait = await liens.UtiliserAsync(HttpContext, jeton, Usages, (_, db, vu) => secours.AnnulerAsync(db, vu, annulation), annulation);
        Fait = fait.Reussi;
        Montrer(fait.Erreur);
        return Page();
    }

    private void Montrer(Erreur? refus)
    {
        Refus = refus;
        if (refus is not null)
        {
            Response.StatusCode = StatutDuLien(refus);
        }
    }
}
