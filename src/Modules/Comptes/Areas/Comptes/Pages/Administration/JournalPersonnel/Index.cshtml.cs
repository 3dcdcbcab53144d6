using FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Journal;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Exploitation;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.JournalPersonnel;

/// <summary>What an entry says of a person: shown once a reason is given, and the reading is itself in the journal, before anything is shown.</summary>
internal sealed class IndexModel(FaireAvecDb db, INomsDesComptes noms, ReglagesDeLaPlateforme reglages, LecturePersonnelle lecture, IEnumerable<IDonneesDePersonne> donnees) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public EntreeLue Entree { get; private set; } = null!;

    public bool Lu { get; private set; }

    /// <summary>Null when the key of the person was erased.</summary>
    public string? Valeurs { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation) => await TrouverAsync(annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        var motif = Motif?.Trim();
        if (string.IsNullOrEmpty(motif) || motif.Length > SuspensionDesComptes.MotifMax)
        {
            ModelState.Dire([string.IsNullOrEmpty(motif) ? ErreursAdministration.MotifManque : ErreursAdministration.MotifLong]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (!this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await reglages.NoterLaLectureAsync(Id, Entree.Personne!.Value, motif, annulation);
        (Lu, Valeurs) = (true, await lecture.LireAsync(Entree.Personne.Value, Entree.Chiffre!, annulation));
        return Page();
    }

    private async Task<bool> TrouverAsync(CancellationToken annulation)
    {
        Entree = (await EntreeLue.LireAsync(db, noms, Id, annulation))!;
        return Entree is { Chiffre: not null } && Entree.Lisible(donnees);
    }
}
