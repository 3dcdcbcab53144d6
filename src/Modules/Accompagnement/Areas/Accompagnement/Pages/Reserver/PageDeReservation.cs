using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Reserver;

/// <summary>A page of booking at a place: no account, nothing kept by a cache.</summary>
internal abstract class PageDuLieu(INomsDesLieux lieux, IDemonstration demonstration) : PageModel
{
    public LieuNomme Lieu { get; private set; } = null!;

    /// <summary>On the demonstration, nobody writes their real name.</summary>
    public bool Demonstration => demonstration.EnCours;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        ViewData[Gabarit.Robots] = "noindex";
    }

    /// <summary>Finds the place; null when it is there, otherwise what to answer.</summary>
    protected IActionResult? Trouver(string cle, Func<LieuNomme, string> adresse)
    {
        if (lieux.Reconnaitre($"/lieux/{cle}") is not { } lieu)
        {
            return NotFound();
        }

        Lieu = lieu;
        var juste = adresse(lieu);
        // What was typed in a form isn't lost for a slug: only reads are sent elsewhere.
        return !HttpMethods.IsGet(Request.Method) || string.Equals(Uri.UnescapeDataString(juste), Request.Path.Value, StringComparison.Ordinal) ? null : RedirectPermanent($"{juste}{Request.QueryString}");
    }
}

/// <summary>Who comes: the same fields for a slot and for a workshop.</summary>
internal abstract class PageDeReservation(INomsDesLieux lieux, IDemonstration demonstration, JetonsDeReservation jetons, TimeProvider horloge) : PageDuLieu(lieux, demonstration)
{
    /// <summary>The form: made by us, so that sent twice it is one booking.</summary>
    [BindProperty]
    public string? Formulaire { get; set; }

    [BindProperty]
    public string? Prenom { get; set; }

    [BindProperty]
    public string? Numero { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Telephone { get; set; }

    [BindProperty]
    public bool Sms { get; set; }

    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Besoin { get; set; }

    [BindProperty]
    public string? Interprete { get; set; }

    [BindProperty]
    public List<string> Amenagements { get; set; } = [];

    /// <summary>A field that people don't see: a robot fills it.</summary>
    [BindProperty]
    public string? Adresse2 { get; set; }

    /// <summary>True when the details are open: something of them was written, or refused.</summary>
    public bool Precise => Besoin is not null || Interprete is not null || Amenagements.Count > 0;

    public static IReadOnlyList<OptionDeChamp> Besoins => [.. ListesDAgenda.Besoins.Select(b => new OptionDeChamp(b, MotsReservation.T($"Besoin.{b}")))];

    public static IReadOnlyList<OptionDeChamp> Langues => [.. ListesDAgenda.Langues.Select(l => new OptionDeChamp(l, MotsReservation.T($"Langue.{l}")))];

    public static IReadOnlyList<OptionDeChamp> Choix => [.. ListesDAgenda.Amenagements.Select(a => new OptionDeChamp(a, MotsReservation.T($"Amenagement.{a}")))];

    protected bool Robot => !string.IsNullOrEmpty(Adresse2);

    protected async Task CommencerAsync(CancellationToken annulation) => Formulaire = await jetons.DonnerAsync(Identifiants.Nouveau(horloge), UsageDeJeton.Formulaire, annulation);

    /// <summary>What was asked; null when the form isn't one of ours, or too old: it is begun again, with what was typed.</summary>
    protected async Task<DemandeDeReservation?> LireAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (await jetons.LireAsync(Formulaire, annulation) is not { Usage: UsageDeJeton.Formulaire } formulaire)
        {
            return null;
        }

        return new(formulaire.Id, new SaisieDeReservation { Prenom = Prenom, Telephone = Telephone, Courriel = Courriel, Sms = Sms, Besoin = Besoin, Interprete = Interprete, Amenagements = Amenagements }, Numero, Secret);
    }

    protected async Task<IActionResult> GardeeAsync(Guid id, CancellationToken annulation) => Redirect(LiensAgenda.Reservation(await jetons.DonnerAsync(id, UsageDeJeton.Reservation, annulation)));

    protected IActionResult Refuser(IEnumerable<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ ?? "", MotsReservation.Erreur(erreur));
        }

        Secret = null;
        return Page();
    }
}
