using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>A record leaves its group: it is another place than each of the others. Why, then one write, and the grouping is made again at once.</summary>
internal sealed class SeparerModel(FaireAvecDb db, CatalogueLieux catalogue, DecisionsDeRapprochement decisions, Regroupement regroupement, ContexteEcriture ecriture) : PageDeGroupe(db, catalogue)
{
    [BindProperty(SupportsGet = true, Name = "fiche")]
    public string? Fiche { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public Lieu Partante => Membres.First(m => m.Fiche.Id == Fiche).Fiche;

    public IEnumerable<Lieu> Restantes => Membres.Where(m => m.Fiche.Id != Fiche).Select(m => m.Fiche);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation) => await TrouverLaFicheAsync(id, annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken annulation)
    {
        if (!await TrouverLaFicheAsync(id, annulation))
        {
            return NotFound();
        }

        if (!ModelState.LireMotif(Motif, DecisionHumaine.MotifMax, MotsDonnees.T("Etat.Motif.Vide"), out var motif) || !this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        ecriture.Motif = motif;
        var decide = await decisions.DeciderAsync([.. Restantes.Select(r => (Fiche!, r.Id))], VerdictHumain.Distinct, annulation);
        if (!decide.Reussi)
        {
            ModelState.Dire(decide.Erreurs, _ => "");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var bilan = await regroupement.RegrouperAsync(annulation);
        return Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LiensDonnees.Groupes}?groupes={bilan.Groupes}"));
    }

    private async Task<bool> TrouverLaFicheAsync(string id, CancellationToken annulation) => Fiche is not null && await TrouverAsync(id, annulation) && Membres.Any(m => m.Fiche.Id == Fiche);
}
