using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>The dated stops of a touring place: each is found in the search as a place until its last day has passed.</summary>
internal sealed class ArretsModel(FaireAvecDb db, ArretsDesLieux arrets, ITerritoires territoires) : PageDeFiche(db)
{
    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public string? CodePostal { get; set; }

    [BindProperty]
    public string? Adresse { get; set; }

    [BindProperty]
    public DateOnly? PremierJour { get; set; }

    [BindProperty]
    public DateOnly? DernierJour { get; set; }

    [BindProperty]
    public string? Horaires { get; set; }

    public IReadOnlyList<Arret> Arrets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation) => await TrouverAsync(id, annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        // A date that can't be read has said why already.
        if (PremierJour is null && ModelState[nameof(PremierJour)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(PremierJour), MotsDonnees.T("Arrets.Jour.Vide"));
        }

        if (ModelState.IsValid)
        {
            var postal = CodePostal?.Trim() ?? "";
            // The town of this name in this postal code gives the position, when there is one.
            var commune = territoires.CommunesDuCodePostal(postal).FirstOrDefault(c => string.Equals(Kernel.Texte.TexteRecherche.Normaliser(c.Nom), Kernel.Texte.TexteRecherche.Normaliser(Commune), StringComparison.Ordinal));
            var ajoute = await arrets.AjouterAsync(new ArretDemande(id, commune?.Nom ?? Commune?.Trim() ?? "", postal, PremierJour!.Value, DernierJour ?? PremierJour.Value)
            {
                CodeInsee = commune?.CodeInsee,
                Adresse = string.IsNullOrWhiteSpace(Adresse) ? null : Adresse.Trim(),
                Horaires = string.IsNullOrWhiteSpace(Horaires) ? null : Horaires.Trim(),
                Position = commune is { Latitude: { } latitude, Longitude: { } longitude } ? new Position(latitude, longitude) : null,
            }, annulation);
            if (ajoute.Reussi)
            {
                return Redirect($"{LiensDonnees.Lieu(id)}?fait=arret");
            }

            ModelState.Dire(ajoute.Erreurs, champ => champ switch { "commune" => nameof(Commune), "code_postal" => nameof(CodePostal), "adresse" => nameof(Adresse), "dernier_jour" => nameof(DernierJour), "horaires" => nameof(Horaires), _ => "" });
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(string id, Guid arret, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation) || Arrets.All(a => a.Id != arret) || !(await arrets.RetirerAsync(arret, annulation)).Reussi)
        {
            return NotFound();
        }

        return Redirect($"{LiensDonnees.Lieu(id)}?fait=arret-retire");
    }

    protected override async Task<bool> TrouverAsync(string id, CancellationToken annulation)
    {
        if (!await base.TrouverAsync(id, annulation))
        {
            return false;
        }

        Arrets = await Db.Set<Arret>().AsNoTracking().Where(a => a.Lieu == id).OrderBy(a => a.PremierJour).ToListAsync(annulation);
        return true;
    }
}
