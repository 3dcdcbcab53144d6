using System.Globalization;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Fichiers.Tableurs;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Rapports;

/// <summary>One report: read, printed, commented, shared by a link, taken back, removed.</summary>
internal sealed class RapportModel(RapportsGardes rapports, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    [BindProperty, TexteLibre]
    public string? Titre { get; set; }

    [BindProperty, TexteLibre]
    public string? Commentaire { get; set; }

    [BindProperty]
    public string? Jours { get; set; }

    public Rapport Lu { get; private set; } = null!;

    public IReadOnlyList<BlocDeChiffres> Blocs { get; private set; } = [];

    /// <summary>The address to give, while it opens.</summary>
    public string? Lien { get; private set; }

    public bool Expire => Lu.Partage is not null && !Lu.EstPartage(horloge.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var format = this.LireParmi("format", EcritureDeTableur.Formats);
        if (await rapports.TrouverAsync(Id, annulation) is not { } rapport)
        {
            return NotFound();
        }

        (Titre, Commentaire, Jours) = (rapport.Titre, rapport.Commentaire, Rapport.JoursParDefaut.ToString(CultureInfo.InvariantCulture));
        await MontrerAsync(rapport, annulation);
        return format is null ? Page() : new FichierDeChiffres(format, "rapport", EnTeteDeChiffres.De(rapport), Blocs);
    }

    public Task<IActionResult> OnPostModifierAsync(CancellationToken annulation) => ChangerAsync("modifie", async rapport => this.TextesLibresAcceptes() ? (await rapports.ModifierAsync(rapport, Titre, Commentaire, annulation)).Erreurs : null, annulation);

    public Task<IActionResult> OnPostPartagerAsync(CancellationToken annulation) => ChangerAsync(
        "partage",
        async rapport => (await rapports.PartagerAsync(rapport, int.TryParse(Jours?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var jours) ? jours : null, annulation)).Erreurs,
        annulation);

    public Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation) => ChangerAsync(
        "retire",
        async rapport =>
        {
            await rapports.RetirerLePartageAsync(rapport, annulation);
            return [];
        },
        annulation);

    public async Task<IActionResult> OnPostSupprimerAsync(CancellationToken annulation)
    {
        if (await rapports.TrouverAsync(Id, annulation) is not { } rapport)
        {
            return NotFound();
        }

        await rapports.SupprimerAsync(rapport, annulation);
        return Redirect($"{LiensDesStatistiques.Rapports}?supprime=oui");
    }

    // No reason at all when the page itself asks for something first.
    private async Task<IActionResult> ChangerAsync(string fait, Func<Rapport, Task<IReadOnlyList<Erreur>?>> action, CancellationToken annulation)
    {
        ModelState.Clear();
        if (await rapports.TrouverAsync(Id, annulation) is not { } rapport)
        {
            return NotFound();
        }

        var erreurs = await action(rapport);
        if (erreurs is { Count: 0 })
        {
            return Redirect($"{LiensDesStatistiques.Rapport(Id)}?fait={fait}");
        }

        foreach (var erreur in erreurs ?? [])
        {
            ModelState.AddModelError(erreur.Champ ?? "", erreur.Message);
        }

        (Titre, Commentaire, Jours) = (Titre ?? rapport.Titre, Commentaire ?? rapport.Commentaire, Jours ?? Rapport.JoursParDefaut.ToString(CultureInfo.InvariantCulture));
        await MontrerAsync(rapport, annulation);
        return Page();
    }

    private async Task MontrerAsync(Rapport rapport, CancellationToken annulation)
    {
        (Lu, Blocs) = (rapport, RapportsGardes.Lire(rapport.Blocs));
        Lien = await rapports.LienAsync(rapport, annulation) is { } chemin ? $"{Request.Scheme}://{Request.Host}{chemin}" : null;
    }
}
