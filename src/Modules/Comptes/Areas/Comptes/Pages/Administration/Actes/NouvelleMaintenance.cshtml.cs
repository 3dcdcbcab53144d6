using System.Globalization;
using FaireAvec.Comptes.Exploitation;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Actes;

/// <summary>Announces a maintenance on all pages. Hours are those of Paris.</summary>
internal sealed class NouvelleMaintenanceModel(ReglagesDeLaPlateforme reglages) : PageModel
{
    private static readonly string[] Formats = ["H:mm", "HH:mm", "H'h'mm", "H'h'", "H' h 'mm", "H' h'"];

    [BindProperty, TexteLibre(ContactsPermis = true)]
    public string? Texte { get; set; }

    [BindProperty]
    public DateOnly? JourDebut { get; set; }

    [BindProperty]
    public string? HeureDebut { get; set; }

    [BindProperty]
    public DateOnly? JourFin { get; set; }

    [BindProperty]
    public string? HeureFin { get; set; }

    [BindProperty]
    public bool LectureSeule { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var (debut, fin) = (Instant(JourDebut, HeureDebut, nameof(HeureDebut)), Instant(JourFin, HeureFin, nameof(HeureFin)));
        if (this.TextesLibresAcceptes() & ModelState.IsValid)
        {
            var fait = await reglages.AnnoncerAsync(Texte, debut, fin, LectureSeule, annulation);
            if (fait.Reussi)
            {
                return Redirect(LiensDAdministration.Maintenance);
            }

            ModelState.Dire(fait.Erreurs);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private DateTimeOffset? Instant(DateOnly? jour, string? heure, string champ)
    {
        if (!TimeOnly.TryParseExact(heure?.Trim().Replace('\u00a0', ' '), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var lue))
        {
            ModelState.AddModelError(champ, MotsAdministration.T("Maintenance.Heure.Fausse"));
            return null;
        }

        return jour is { } j ? JourDeParis.Instant(j, lue) : null;
    }
}
