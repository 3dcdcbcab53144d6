using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>What becomes of an objective.</summary>
internal sealed class ObjectifModel(FaireAvecDb db, TimeProvider horloge) : PageDePersonne(db)
{
    [BindProperty(SupportsGet = true, Name = "objectif")]
    public Guid Lequel { get; set; }

    [BindProperty]
    public string? Etat { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Motif { get; set; }

    public ObjectifDePersonne Lu { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return await LireAsync(annulation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (!await LireAsync(annulation))
        {
            return NotFound();
        }

        if (!this.TextesLibresAcceptes())
        {
            return Refuser();
        }

        if (!Enum.TryParse<EtatDObjectif>(Etat, out var vers) || !Enum.IsDefined(vers))
        {
            return Refuser(ErreursPersonnes.HorsListe with { Champ = nameof(Etat) });
        }

        var fait = Lu.Passer(vers, Motif, horloge.GetUtcNow());
        if (!fait.Reussi)
        {
            return Refuser(fait.Erreurs);
        }

        Personne.DernierContactLe = horloge.GetUtcNow();
        try
        {
            await Db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            await LireAsync(annulation);
            return Refuser(ErreursPersonnes.EtatDObjectif);
        }

        return Redirect($"{LiensPersonnes.Personne(Id)}?fait=objectif");
    }

    private async Task<bool> LireAsync(CancellationToken annulation) =>
        (Lu = (await Db.Set<ObjectifDePersonne>().FirstOrDefaultAsync(o => o.Id == Lequel && o.Personne == Id && o.Texte != null, annulation))!) is not null;
}
