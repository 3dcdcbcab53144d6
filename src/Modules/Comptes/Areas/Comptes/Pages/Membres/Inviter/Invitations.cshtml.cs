using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Invitations;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Inviter;

/// <summary>The invitations that wait, or whose delay is over: sent again, or called off.</summary>
internal sealed class InvitationsModel(FaireAvecDb db, AccesAuxOrganisations acces, GestionDesRoles roles, Demandeur demandeur, EnvoiDInvitations envoi, INomsDesComptes noms, TimeProvider horloge) : PageDInvitation(acces, roles, demandeur)
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<(Invitation Invitation, EtatDInvitation Etat, string? Par)> Lignes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        await ListerAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostRenvoyerAsync(Guid invitation, CancellationToken annulation)
    {
        if (await ChercherAsync(invitation, annulation) is not { } trouvee)
        {
            return NotFound();
        }

        var renvoyee = await envoi.RenvoyerAsync(trouvee, Organisation, annulation);
        return renvoyee.Reussi ? Fini("renvoyee") : await RefuserAsync(renvoyee.Erreurs, annulation);
    }

    public async Task<IActionResult> OnPostAnnulerAsync(Guid invitation, CancellationToken annulation)
    {
        if (await ChercherAsync(invitation, annulation) is not { } trouvee)
        {
            return NotFound();
        }

        return await envoi.AnnulerAsync(trouvee, annulation) ? Fini("annulee") : await RefuserAsync([trouvee.Refus(horloge.GetUtcNow())!], annulation);
    }

    private RedirectResult Fini(string fait) => Redirect($"{LiensMembres.Invitations}?organisation={Organisation.Id}&fait={fait}");

    private async Task<IActionResult> RefuserAsync(IReadOnlyList<Erreur> erreurs, CancellationToken annulation)
    {
        ModelState.Dire(erreurs.Select(e => e with { Champ = null }));
        Response.StatusCode = StatusCodes.Status409Conflict;
        await ListerAsync(annulation);
        return Page();
    }

    private async Task<Invitation?> ChercherAsync(Guid id, CancellationToken annulation) =>
        await TrouverAsync(annulation) ? await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id && i.Organisation == Organisation.Id, annulation) : null;

    private async Task ListerAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        var maintenant = horloge.GetUtcNow();
        var attente = db.Set<Invitation>().AsNoTracking().Where(i => i.Organisation == Organisation.Id && i.AccepteeLe == null && i.AnnuleeLe == null);
        Total = await attente.CountAsync(annulation);
        var lignes = new List<(Invitation, EtatDInvitation, string?)>();
        foreach (var i in await attente.OrderByDescending(i => i.CreeeLe).ThenBy(i => i.Id).Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage).ToListAsync(annulation))
        {
            lignes.Add((i, i.Etat(maintenant), await noms.NomAsync(i.InviteePar.ToString(), annulation)));
        }

        Lignes = lignes;
    }
}
