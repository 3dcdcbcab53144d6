using FaireAvec.Cartographie.Domain.NosLieux;
using FaireAvec.Cartographie.NosLieux;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.NosLieux;

/// <summary>The place closes: from a day to another, or for good.</summary>
internal sealed class FermerModel(LieuxDeLOrganisation lieux, ILieuxDesOrganisations organisations, Demandeur demandeur) : PageDeNotreLieu(lieux)
{
    [BindProperty]
    public DateOnly? Du { get; set; }

    [BindProperty]
    public DateOnly? Au { get; set; }

    /// <summary>True when the place is the organisation's by its SIREN.</summary>
    public bool ANous { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation)
    {
        if (!await PreparerAsync(id, annulation))
        {
            return NotFound();
        }

        return Lieu.Etat == EtatDuLieuTenu.Montre ? Page() : Refuser([ErreursDesNosLieux.Etat]);
    }

    public async Task<IActionResult> OnPostUnTempsAsync(string id, CancellationToken annulation)
    {
        if (!await PreparerAsync(id, annulation))
        {
            return NotFound();
        }

        SansPhrases();
        var fait = await Lieux.FermerUnTempsAsync(Lieu, Du, Au, annulation);
        return fait.Reussi ? Redirect($"{LiensDonnees.NotreLieu(id)}?fait={(fait.Valeur ? "ferme-un-temps" : "rien")}") : Refuser(fait.Erreurs);
    }

    public async Task<IActionResult> OnPostToujoursAsync(string id, CancellationToken annulation)
    {
        if (!await PreparerAsync(id, annulation))
        {
            return NotFound();
        }

        SansPhrases();
        var fait = await Lieux.FermerAsync(Lieu, annulation);
        return fait.Reussi ? Redirect($"{LiensDonnees.NotreLieu(id)}?fait=ferme")
            : fait.Erreur == ErreursDesNosLieux.PasAVous ? Redirect($"{LiensDonnees.NotreLieu(id)}?fait=demande")
            : Refuser(fait.Erreurs);
    }

    private async Task<bool> PreparerAsync(string id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return false;
        }

        ANous = AttestationDuLieu.Atteste(Lieu.Fiche?.Pivot, await organisations.SiretAsync(demandeur.Identite!.Organisation!.Value, annulation));
        return true;
    }
}
