using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Equipes;

/// <summary>Somebody in a team, for the page.</summary>
internal sealed record LigneDEquipe(Guid Id, Guid Compte, string Nom, bool Coordonne, DateTimeOffset Debut, DateTimeOffset? Fin);

/// <summary>One team: who is in it, who coordinates it, since when.</summary>
internal sealed class EquipeModel(FaireAvecDb db, AccesAuxEquipes acces, ListeDesMembres membres, GestionDesEquipes equipes, TimeProvider horloge) : PageModel
{
    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Place { get; set; } = "membre";

    public Equipe Equipe { get; private set; } = null!;

    public bool PeutNommer { get; private set; }

    public IReadOnlyList<LigneDEquipe> Presents { get; private set; } = [];

    public IReadOnlyList<LigneDEquipe> Partis { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation) => await TrouverAsync(id, annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (Equipe.FermeeLe is not null)
        {
            ModelState.Dire([ErreursMembres.OrganisationFermee]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var cle = Courriels.Cle(Courriel);
        var maintenant = horloge.GetUtcNow();
        // Only somebody whom one sees at work: an address tells nothing of the others.
        var compte = cle is null ? null : await (
            from a in membres.Appartenances()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where c.CleDuCourriel == cle && c.Etat == EtatDeCompte.Actif && (a.Fin == null || a.Fin > maintenant)
            select (Guid?)c.Id).FirstOrDefaultAsync(annulation);
        if (compte is null)
        {
            ModelState.AddModelError(nameof(Courriel), MotsMembres.T("Equipe.Introuvable"));
        }

        if (Place is not ("membre" or "coordinateur") || (Place == "coordinateur" && !PeutNommer))
        {
            ModelState.AddModelError(nameof(Place), MotsMembres.T("Equipe.Place.Faux"));
        }

        if (ModelState.IsValid)
        {
            var ajoute = await equipes.AjouterAsync(Equipe, compte!.Value, Place == "coordinateur", annulation);
            if (ajoute.Reussi)
            {
                return Redirect(LiensMembres.Equipe(id));
            }

            ModelState.Dire(ajoute.Erreurs.Select(e => e with { Champ = nameof(Courriel) }));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, Guid membre, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation) || await db.Set<MembreDEquipe>().SingleOrDefaultAsync(m => m.Id == membre && m.Equipe == id, annulation) is not { } ligne || (ligne.Coordonne && !PeutNommer))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (await equipes.RetirerAsync(ligne, annulation))
        {
            return Redirect(LiensMembres.Equipe(id));
        }

        ModelState.Dire([ErreursMembres.RoleDejaFini]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostRenommerAsync(Guid id, string? nom, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        ModelState.Clear();
        var renommee = await equipes.RenommerAsync(Equipe, nom, annulation);
        if (renommee.Reussi)
        {
            return Redirect(LiensMembres.Equipe(id));
        }

        ModelState.AddModelError("nom", renommee.Erreur!.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.Toutes().SingleOrDefaultAsync(e => e.Id == id, annulation) is not { } equipe)
        {
            return false;
        }

        Equipe = equipe;
        PeutNommer = await acces.PeutNommerAsync(equipe, annulation);
        var maintenant = horloge.GetUtcNow();
        var lignes = await (
            from m in db.Set<MembreDEquipe>()
            join c in db.Set<Compte>() on m.Compte equals c.Id into cs
            from c in cs.DefaultIfEmpty()
            where m.Equipe == id && (m.Fin == null || m.Fin > m.Debut)
            orderby m.Coordonne descending, c.Nom, c.Prenom, m.Debut descending
            select new { m.Id, m.Compte, Nom = c == null ? null : c.Prenom + " " + c.Nom, m.Coordonne, m.Debut, m.Fin }).ToListAsync(annulation);
        var lues = lignes.ConvertAll(l => new LigneDEquipe(l.Id, l.Compte, l.Nom ?? MotsMembres.T("Commun.Partie"), l.Coordonne, l.Debut, l.Fin));
        (Presents, Partis) = (lues.FindAll(l => l.Fin is null || l.Fin > maintenant), lues.FindAll(l => l.Fin <= maintenant));
        return true;
    }
}
