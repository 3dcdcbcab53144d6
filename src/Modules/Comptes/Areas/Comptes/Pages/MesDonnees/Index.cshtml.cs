using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MesDonnees;

/// <summary>Everything that is known of who asks, to read and as a file, and what they may do about it.</summary>
internal sealed class IndexModel(DonneesDUnePersonne donnees, DemandesDeDroits demandes, FaireAvecDb db, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    /// <summary>Lines of one kind on the page; the file has them all.</summary>
    public const int Montres = 20;

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public IReadOnlyList<LotDeDonnees> Lots { get; private set; } = [];

    /// <summary>Every column of a kind, in the order where they come: a thing that lacks a value shows it as unknown, under the right name. One that is always unknown isn't shown.</summary>
    public static IReadOnlyList<Donnee> Colonnes(LotDeDonnees lot) =>
        [.. lot.Fiches.SelectMany(f => f).GroupBy(d => d.Cle, StringComparer.Ordinal).Where(g => g.Any(d => d.Valeur is not null)).Select(g => g.First())];

    public IReadOnlyList<DemandeDeDroits> EnCours { get; private set; } = [];

    public DateOnly Aujourdhui => DelaiDeReponse.Jour(horloge.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        var compte = demandeur.Identite!.Compte;
        if (this.LireParmi("format", "json") == "json")
        {
            return File(await donnees.EnJsonAsync(compte, annulation), "application/json", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mes-donnees-{Aujourdhui:yyyy-MM-dd}.json"));
        }

        await MontrerAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation)
    {
        if (await demandes.RetirerAsync(id, annulation))
        {
            return Redirect($"{LiensDonneesPersonnelles.MesDonnees}?fait=retiree");
        }

        return await db.Set<DemandeDeDroits>().AnyAsync(d => d.Id == id && d.Personne == demandeur.Identite!.Compte, annulation) ? await EnConflitAsync(annulation) : NotFound();
    }

    private async Task<IActionResult> EnConflitAsync(CancellationToken annulation)
    {
        ModelState.AddModelError("", ErreursDeDonnees.DemandeFinie.Message);
        await MontrerAsync(annulation);
        Response.StatusCode = 409;
        return Page();
    }

    private async Task MontrerAsync(CancellationToken annulation)
    {
        var compte = demandeur.Identite!.Compte;
        Lots = await donnees.LireAsync(compte, annulation);
        EnCours = [.. (await db.Set<DemandeDeDroits>().AsNoTracking().Where(d => d.Personne == compte).OrderBy(d => d.RecueLe).ToListAsync(annulation)).Where(d => d.Ouverte)];
    }
}
