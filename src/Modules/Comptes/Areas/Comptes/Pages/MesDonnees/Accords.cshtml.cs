using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MesDonnees;

/// <summary>What one agreed to, and takes back in two clicks: here, then « Retirer ».</summary>
internal sealed class AccordsModel(FaireAvecDb db, RegistreDesTraitements registre, IConsentements consentements, Demandeur demandeur) : PageModel
{
    [BindProperty]
    public bool Oui { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>Each text of today, with the consent in course.</summary>
    public IReadOnlyList<(TexteDAccord Texte, Accord? Accord, bool Tient)> Lignes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken annulation) => ListerAsync(annulation);

    public async Task<IActionResult> OnPostDonnerAsync(string? finalite, int version, CancellationToken annulation)
    {
        var resultat = !Oui ? ErreursDeDonnees.AccordACocher
            : registre.TextesPourUnCompte.Any(t => t.Finalite == finalite) ? await consentements.DonnerAsync(demandeur.Identite!.Compte, finalite!, version, MoyenDAccord.EnLigne, annulation)
            : ErreursDeDonnees.TexteDAccordInconnu;
        return resultat.Reussi ? Redirect($"{LiensDonneesPersonnelles.MesAccords}?fait=donne") : await RefuserAsync(resultat.Erreur!, Oui ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest, annulation);
    }

    public async Task<IActionResult> OnPostRetirerAsync(string? finalite, CancellationToken annulation)
    {
        var resultat = await consentements.RetirerAsync(demandeur.Identite!.Compte, finalite ?? "", MoyenDAccord.EnLigne, annulation);
        return resultat.Reussi ? Redirect($"{LiensDonneesPersonnelles.MesAccords}?fait=retire") : await RefuserAsync(resultat.Erreur!, StatusCodes.Status409Conflict, annulation);
    }

    private async Task<IActionResult> RefuserAsync(Kernel.Resultats.Erreur erreur, int statut, CancellationToken annulation)
    {
        ModelState.Clear();
        ModelState.AddModelError("", erreur.Message);
        Response.StatusCode = statut;
        await ListerAsync(annulation);
        return Page();
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        var compte = demandeur.Identite!.Compte;
        var accords = await db.Set<Accord>().AsNoTracking().Where(a => a.Personne == compte && a.RetireLe == null).ToListAsync(annulation);
        Lignes = [.. registre.TextesPourUnCompte.Select(t => (t, accords.Find(a => a.Finalite == t.Finalite))).Select(l => (l.t, l.Item2, l.Item2 is { } a && ((Consentements)consentements).TientEncore(a.Finalite, a.Version)))];
    }
}
