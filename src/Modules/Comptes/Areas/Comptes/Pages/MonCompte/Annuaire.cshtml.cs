using FaireAvec.Comptes.Annuaire;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte;

/// <summary>Whether colleagues see one's e-mail address in the directory. They don't, until one agrees; taken back in one touch.</summary>
internal sealed class AnnuaireModel(IConsentements consentements, Demandeur demandeur) : PageDuCompte(demandeur)
{
    /// <summary>The text that was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public TexteAAccepter Texte { get; private set; } = null!;

    public bool Donne { get; private set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var donne = await consentements.DonnerAsync(Moi, AnnuaireDesMediateurs.Finalite, Version, MoyenDAccord.EnLigne, annulation);
        if (donne.Reussi)
        {
            return Redirect($"{LiensMembres.MonAnnuaire}?fait=montre");
        }

        await LireAsync(annulation);
        return Refuser(donne.Erreur!);
    }

    public async Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var retire = await consentements.RetirerAsync(Moi, AnnuaireDesMediateurs.Finalite, MoyenDAccord.EnLigne, annulation);
        if (retire.Reussi)
        {
            return Redirect($"{LiensMembres.MonAnnuaire}?fait=retire");
        }

        await LireAsync(annulation);
        return Refuser(retire.Erreur!, StatusCodes.Status409Conflict);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        Texte = consentements.Texte(AnnuaireDesMediateurs.Finalite);
        Donne = await consentements.ADonneAsync(Moi, AnnuaireDesMediateurs.Finalite, annulation);
    }
}
