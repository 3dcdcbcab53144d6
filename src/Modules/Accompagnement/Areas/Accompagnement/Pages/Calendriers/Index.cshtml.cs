using System.Globalization;
using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Calendriers;

/// <summary>The secret address of one's agenda, and the calendars that close one's slots: added, read again, removed, with what the last reading gave.</summary>
[RequestSizeLimit(RequeteMax)]
[RequestFormLimits(MultipartBodyLengthLimit = RequeteMax)]
internal sealed class IndexModel(FluxDesAgendas flux, CalendriersExternes calendriers, AdresseDuSite site, Demandeur demandeur) : PageModel
{
    // More than what is read: a file that is a little too big is told so by a sentence, with the page.
    private const int RequeteMax = 8 * 1024 * 1024;

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Adresse { get; set; }

    /// <summary>Name of the calendar of a file.</summary>
    [BindProperty]
    public string? NomDuFichier { get; set; }

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    [BindProperty]
    public bool AvecPrenoms { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>The address that was just made, told once.</summary>
    public string? Nouvelle { get; private set; }

    public FluxDAgenda? EnCours { get; private set; }

    public IReadOnlyList<CalendrierExterne> Liste { get; private set; } = [];

    private Guid Moi => demandeur.Identite!.Compte;

    private Guid Organisation => demandeur.Identite!.Organisation ?? Guid.Empty;

    public Task OnGetAsync(CancellationToken annulation) => ListerAsync(annulation);

    public async Task<IActionResult> OnPostCreerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var secret = await flux.CreerAsync(Moi, Organisation, AvecPrenoms, annulation);
        Nouvelle = new Uri(new Uri(site.De(Request) ?? site.Complete("/")), LiensDesCalendriers.Flux(secret)).ToString();
        // A secret stays neither in the history of the browser nor in a cache.
        Response.Headers.CacheControl = "no-store";
        await ListerAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostFermerAsync(CancellationToken annulation)
    {
        await flux.RevoquerAsync(Moi, Organisation, annulation);
        return Redirect($"{LiensDesCalendriers.Page}?fait=ferme");
    }

    public async Task<IActionResult> OnPostAdresseAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var ajoute = await calendriers.AjouterAsync(Moi, Organisation, Nom, Adresse, annulation);
        return ajoute.Reussi ? Redirect($"{LiensDesCalendriers.Page}?fait=ajoute") : await RefuserAsync(ajoute.Erreurs, parFichier: false, annulation);
    }

    public async Task<IActionResult> OnPostFichierAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (Fichier is not { Length: > 0 })
        {
            return await RefuserAsync([ErreursDeCalendrier.Fichier], parFichier: true, annulation);
        }

        await using var contenu = Fichier.OpenReadStream();
        var controle = ControleDesFichiers.Controler(contenu, TypeDeFichier.Texte, CalendriersExternes.TailleMax, nameof(Fichier));
        if (!controle.Reussi)
        {
            return await RefuserAsync(controle.Erreurs, parFichier: true, annulation);
        }

        var ajoute = await calendriers.AjouterAsync(Moi, Organisation, NomDuFichier, contenu, annulation);
        return ajoute.Reussi ? Redirect($"{LiensDesCalendriers.Page}?fait=ajoute") : await RefuserAsync(ajoute.Erreurs, parFichier: true, annulation);
    }

    public async Task<IActionResult> OnPostRelireAsync(Guid id, CancellationToken annulation) =>
        await calendriers.RelireAsync(id, Moi, annulation) is { } calendrier ? Redirect(calendrier.Faute is null ? $"{LiensDesCalendriers.Page}?fait=relu" : LiensDesCalendriers.Page) : NotFound();

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation) =>
        await calendriers.RetirerAsync(id, Moi, annulation) ? Redirect($"{LiensDesCalendriers.Page}?fait=retire") : NotFound();

    /// <summary>« lu le 3 décembre à 9:30 », at the clock of who reads.</summary>
    public static string Lecture(CalendrierExterne c) => c.LuLe is { } lu ? MotsCalendriers.T("LuLe", Ici(c, lu).EnMots("d MMMM", CultureInfo.CurrentCulture), Heure(c, lu)) : MotsCalendriers.T("Jamais");

    public static string Heure(CalendrierExterne c, DateTimeOffset instant) => Ici(c, instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTime Ici(CalendrierExterne c, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, HeuresDUnFuseau.Zone(c.Fuseau)).DateTime;

    private async Task<PageResult> RefuserAsync(IEnumerable<Erreur> erreurs, bool parFichier, CancellationToken annulation)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(parFichier && erreur.Champ == nameof(Nom) ? nameof(NomDuFichier) : erreur.Champ ?? (parFichier ? nameof(Fichier) : nameof(Adresse)), erreur.Message);
        }

        await ListerAsync(annulation);
        return Page();
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        EnCours = await flux.EnCoursAsync(Moi, Organisation, annulation);
        Liste = await calendriers.ListerAsync(Moi, annulation);
    }
}
