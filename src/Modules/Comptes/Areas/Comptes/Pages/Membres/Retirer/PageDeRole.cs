using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Retirer;

/// <summary>What the pages about one role share: the role, its holder, its organisation, and the right to end it.</summary>
internal abstract class PageDeRole(FaireAvecDb db, AccesAuxOrganisations acces, GestionDesRoles roles, TimeProvider horloge) : PageModel
{
    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public Appartenance Ligne { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    public string Nom { get; private set; } = "";

    public bool Fini => Ligne.Fin is { } fin && fin <= horloge.GetUtcNow();

    protected FaireAvecDb Db { get; } = db;

    protected AccesAuxOrganisations Acces { get; } = acces;

    protected GestionDesRoles Roles { get; } = roles;

    protected async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        if (await Db.Set<Appartenance>().SingleOrDefaultAsync(a => a.Id == id, annulation) is not { } ligne
            || await Acces.TrouverAsync(ligne.Organisation, DroitsDesComptes.RetirerUnMembre, annulation) is not { } organisation
            || !Roles.PeutFinir(ligne.Compte, ligne.Role, organisation.Id, organisation.Departement))
        {
            return false;
        }

        (Ligne, Organisation) = (ligne, organisation);
        Nom = await Db.Set<Compte>().Where(c => c.Id == ligne.Compte).Select(c => c.Prenom + " " + c.Nom).SingleOrDefaultAsync(annulation) ?? Ressources.MotsMembres.T("Commun.Partie");
        return true;
    }

    /// <summary>The reason, trimmed; null when none. False when it is too long or holds what is never kept, and it is said.</summary>
    protected bool LireMotif(out string? motif)
    {
        motif = Motif?.Trim() is { Length: > 0 } ecrit ? ecrit : null;
        if (motif?.Length > Appartenance.MotifMax)
        {
            ModelState.AddModelError(nameof(Motif), ErreursMembres.MotifLong.Message);
            return false;
        }

        return this.TextesLibresAcceptes();
    }
}
