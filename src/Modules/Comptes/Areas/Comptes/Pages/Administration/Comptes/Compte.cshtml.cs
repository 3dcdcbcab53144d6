using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Comptes;

/// <summary>One account: its state and its roles over time.</summary>
internal sealed class CompteModel(FaireAvecDb db, TableDesDroits table, IJournalDAcces acces, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public Compte Compte { get; private set; } = null!;

    public bool Fait { get; private set; }

    public bool PeutChanger => Compte.Etat is EtatDeCompte.Actif or EtatDeCompte.Suspendu && table.Permet(demandeur.Identite, DroitsDesComptes.SuspendreUnCompte);

    public IReadOnlyList<RoleTenu> Roles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] string? fait, CancellationToken annulation)
    {
        if (await db.Set<Compte>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id, annulation) is not { } compte)
        {
            return NotFound();
        }

        (Compte, Fait) = (compte, fait == "etat");
        Roles = await (
            from a in db.Set<Appartenance>()
            join o in db.Set<Organisation>() on a.Organisation equals o.Id
            where a.Compte == Id
            orderby a.Debut descending, a.Id
            select new RoleTenu(a.Role, o.Nom, a.Debut, a.Fin)).ToListAsync(annulation);
        await acces.NoterAsync(Id, MotsDonneesPersonnelles.T("Consultation.Fiche"), null, annulation);
        return Page();
    }

    /// <param name="Role">The role.</param>
    /// <param name="Organisation">Name of the organisation.</param>
    /// <param name="Debut">From.</param>
    /// <param name="Fin">Until; null while it lasts.</param>
    internal sealed record RoleTenu(Role Role, string Organisation, DateTimeOffset Debut, DateTimeOffset? Fin);
}
