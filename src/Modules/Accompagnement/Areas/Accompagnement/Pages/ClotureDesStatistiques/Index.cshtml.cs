using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ClotureDesStatistiques;

/// <summary>Closes the figures of one's organisation until a past day, once who asks has read how many acts that is; and opens them again with a reason.</summary>
internal sealed class IndexModel(CloturesDesOrganisations clotures, ChiffresDActivite chiffres, Demandeur demandeur) : PageModel
{
    public Cloture? Cloture { get; private set; }

    [BindProperty, DateRecente]
    public DateOnly? Jusquau { get; set; }

    /// <summary>« oui » once the number of acts was read.</summary>
    [BindProperty]
    public string? Confirme { get; set; }

    /// <summary>Acts that closing would close, while it waits for a yes.</summary>
    public int? Concernees { get; private set; }

    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    [BindProperty(SupportsGet = true, Name = "faite")]
    public string? Faite { get; set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Cloture = await clotures.LireAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        // A day that doesn't exist has its own sentence.
        if (ModelState.TryGetValue(nameof(Jusquau), out var champ) && champ.Errors.Count > 0)
        {
            Cloture = await clotures.LireAsync(annulation);
            return Page();
        }

        ModelState.Clear();
        if (Confirme != "oui" && await clotures.JoursAsync(Jusquau, annulation) is { Reussi: true } jours)
        {
            var siennes = new Perimetre { Niveau = NiveauDePerimetre.Structure, Organisation = demandeur.Identite!.Organisation };
            Concernees = (int)(await chiffres.CompterAsync(siennes, new FiltreDeFaits { Du = jours.Valeur.Du, Au = jours.Valeur.Au }, null, annulation)).Indicateurs.Activites;
            Cloture = await clotures.LireAsync(annulation);
            return Page();
        }

        return await FaireAsync(await clotures.CloreAsync(Jusquau, annulation), "close", annulation);
    }

    public async Task<IActionResult> OnPostRouvrirAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (!this.TextesLibresAcceptes())
        {
            Cloture = await clotures.LireAsync(annulation);
            return Page();
        }

        return await FaireAsync(await clotures.RouvrirAsync(Motif, annulation), "rouverte", annulation);
    }

    private async Task<IActionResult> FaireAsync(Resultat<bool> fait, string quoi, CancellationToken annulation)
    {
        if (fait.Reussi)
        {
            return Redirect($"{LiensDesStatistiques.Cloture}?faite={quoi}");
        }

        ModelState.AddModelError(fait.Erreur!.Champ ?? "", fait.Erreur.Message);
        Cloture = await clotures.LireAsync(annulation);
        return Page();
    }
}
