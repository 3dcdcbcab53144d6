using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;

/// <summary>Templates, and workshops that come back: made from an act, used in one touch.</summary>
internal sealed class ModelesModel(FaireAvecDb db, Modeles modeles, Demandeur demandeur) : PageModel
{
    /// <summary>The act that the template is made from.</summary>
    [BindProperty(SupportsGet = true, Name = "depuis")]
    public Guid? Depuis { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public bool Revient { get; set; }

    [BindProperty]
    public int Semaines { get; set; } = 1;

    [BindProperty]
    public DateOnly? Jusqua { get; set; }

    public IReadOnlyList<ModeleDActivite> Liste { get; private set; } = [];

    private Guid Moi => demandeur.Identite!.Compte;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (Depuis is { } id)
        {
            if (await TrouverAsync(id, annulation) is not { } activite)
            {
                return NotFound();
            }

            Nom = activite.Titre ?? activite.Demarche ?? Thematiques.Libelle(activite.Thematiques.FirstOrDefault()) ?? activite.Type.Regle().Libelle;
        }

        Liste = await modeles.ListerAsync(Moi, annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (Depuis is not { } id || await TrouverAsync(id, annulation) is not { } activite)
        {
            return NotFound();
        }

        var cree = await modeles.CreerAsync(Moi, Nom, FormulaireDActivite.De(activite, null, [], _ => null), Revient ? activite.Jour : null, Jusqua, Semaines, annulation);
        if (cree.Reussi)
        {
            return Redirect(LiensAccompagnement.Modeles);
        }

        ModelState.AddModelError(cree.Erreur!.Champ ?? "", cree.Erreur.Message);
        Liste = await modeles.ListerAsync(Moi, annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation) =>
        await modeles.RetirerAsync(id, Moi, annulation) > 0 ? Redirect(LiensAccompagnement.Modeles) : NotFound();

    private Task<Activite?> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var moi = Moi;
        return db.Set<Activite>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == moi, annulation);
    }
}
