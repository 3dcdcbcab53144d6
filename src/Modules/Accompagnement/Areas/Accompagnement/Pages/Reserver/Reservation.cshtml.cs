using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Reserver;

/// <summary>What the page of a booking says first.</summary>
internal enum CasDeReservation
{
    AConfirmer,
    Confirmee,
    EnAttente,
    Annulee,

    /// <summary>Nobody confirmed in time.</summary>
    Expiree,

    /// <summary>Given up by who receives.</summary>
    AnnuleeParLeLieu,
    Passee,
}

/// <summary>A booking by its signed link: large print to keep, confirming, moving, giving up. Whoever has the link has the booking, and nothing else.</summary>
internal sealed class ReservationModel(ReservationsPubliques reservations, JetonsDeReservation jetons, ContactsDesReservations contacts, SmsDeLaReservation sms, INomsDesLieux lieux, TimeProvider horloge) : PageModel
{
    private const int Propositions = 60;

    private bool _parCourriel;
    private ReservationLue _lue = null!;

    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string Jeton { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    [BindProperty]
    public string? Debut { get; set; }

    /// <summary>What lets who just said stop come back.</summary>
    [BindProperty(SupportsGet = true, Name = "reprise")]
    public string? Reprise { get; set; }

    /// <summary>"confirme", "deplace", "annule", "sms-arretes", "sms-repris".</summary>
    public string? Fait => FaitDemande is "confirme" or "deplace" or "annule" || (FaitDemande == "sms-arretes" && SmsArretes == true) || (FaitDemande == "sms-repris" && SmsArretes == false) ? FaitDemande : null;

    /// <summary>Whether reminders by SMS were stopped; null when none was agreed to.</summary>
    public bool? SmsArretes { get; private set; }

    /// <summary>True for the one who just stopped them.</summary>
    public bool PeutReprendre => SmsArretes == true && sms.Vaut(Reservation, Reprise);

    /// <summary>True when the number itself may answer.</summary>
    public bool ParReponse => sms.ParReponse;

    public CasDeReservation Cas { get; private set; }

    public DateTimeOffset DebutDuMoment => _lue.RendezVous?.Debut ?? _lue.Atelier!.Debut;

    public string Fuseau => _lue.RendezVous?.Fuseau ?? _lue.Atelier!.Fuseau;

    public int Minutes => _lue.RendezVous?.Minutes ?? _lue.Atelier!.Minutes;

    public string? Titre => _lue.Atelier?.Titre;

    public LieuNomme? Lieu { get; private set; }

    public string? Prenom { get; private set; }

    public DateTimeOffset? TenueJusqua => Reservation.TenueJusqua;

    public int Avant => _lue.Avant;

    public bool AttendLeCourriel => Reservation.CourrielFerme is not null && Reservation.CourrielVerifieLe is null && !_parCourriel;

    public bool AVenir => Cas is CasDeReservation.AConfirmer or CasDeReservation.Confirmee or CasDeReservation.EnAttente;

    public bool Deplacable => _lue.RendezVous is not null && AVenir;

    public bool Deplacer { get; private set; }

    public IReadOnlyList<string> Preparatifs { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Autres { get; private set; } = [];

    private Reservation Reservation => (Reservation?)_lue.RendezVous ?? _lue.Inscription!;

    private Guid Id => Reservation.Id;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        ViewData[Gabarit.Robots] = "noindex";
        ModelState.Clear();
        var annulation = HttpContext.RequestAborted;
        if (await jetons.LireAsync(Jeton, annulation) is not { Usage: not UsageDeJeton.Formulaire, Id: var id } lu || await reservations.LireLaReservationAsync(id, annulation) is not { } lue)
        {
            context.Result = NotFound();
            return;
        }

        (_parCourriel, _lue) = (lu.Usage == UsageDeJeton.Courriel, lue);
        await next();
    }

    public async Task OnGetAsync(bool deplacer, CancellationToken annulation)
    {
        Deplacer = deplacer;
        await PreparerAsync(annulation);
    }

    public async Task<IActionResult> OnPostConfirmerAsync(CancellationToken annulation) => await FaireAsync(await reservations.ConfirmerAsync(Id, _parCourriel, annulation), "confirme", annulation);

    public async Task<IActionResult> OnPostSansCourrielAsync(CancellationToken annulation) => await FaireAsync(await reservations.ConfirmerSansCourrielAsync(Id, annulation), "confirme", annulation);

    public async Task<IActionResult> OnPostAnnulerAsync(CancellationToken annulation) => await FaireAsync(await reservations.AnnulerAsync(Id, annulation), "annule", annulation);

    /// <summary>No more SMS to this number, for any appointment.</summary>
    public async Task<IActionResult> OnPostArreterLesSmsAsync(CancellationToken annulation)
    {
        var reprise = await sms.ArreterAsync(Reservation, annulation);
        return Redirect($"{LiensAgenda.Reservation(Jeton)}?fait=sms-arretes{(reprise is null ? "" : $"&reprise={Uri.EscapeDataString(reprise)}")}");
    }

    public async Task<IActionResult> OnPostReprendreLesSmsAsync(CancellationToken annulation) =>
        await sms.ReprendreAsync(Reservation, Reprise, annulation)
            ? Redirect($"{LiensAgenda.Reservation(Jeton)}?fait=sms-repris")
            : await FaireAsync(ErreursAgenda.RepriseDesSms, "", annulation);

    public async Task<IActionResult> OnPostDeplacerAsync(CancellationToken annulation)
    {
        Deplacer = true;
        return await FaireAsync(LiensAgenda.LireInstant(Debut) is { } debut ? await reservations.DeplacerAsync(Id, debut, annulation) : ErreursAgenda.Creneau, "deplace", annulation);
    }

    private async Task<IActionResult> FaireAsync(Resultat<bool> fait, string mot, CancellationToken annulation)
    {
        if (fait.Reussi)
        {
            return Redirect($"{LiensAgenda.Reservation(Jeton)}?fait={mot}");
        }

        foreach (var erreur in fait.Erreurs)
        {
            ModelState.AddModelError(erreur.Champ ?? "", MotsReservation.Erreur(erreur));
        }

        _lue = await reservations.LireLaReservationAsync(Id, annulation) ?? _lue;
        await PreparerAsync(annulation);
        return Page();
    }

    private async Task PreparerAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        Lieu = lieux.Trouver(_lue.RendezVous?.Lieu ?? _lue.Atelier!.Lieu);
        Prenom = contacts.Prenom(Reservation);
        SmsArretes = await sms.ArretesAsync(Reservation, annulation);
        Cas = Lire(maintenant);
        Preparatifs = [.. Reservation.Amenagements.Select(a => MotsReservation.T($"Amenagement.{a}")), .. Reservation.Interprete is { } l ? [MotsReservation.T("Reservation.Interprete", MotsReservation.T($"Langue.{l}"))] : Array.Empty<string>()];
        if (Deplacable && Lieu is not null)
        {
            var (libres, _) = await reservations.LireAsync(Lieu.Id, annulation);
            Autres = [.. libres.DistinctBy(c => c.Debut).Where(c => c.Debut != _lue.RendezVous!.Debut).Take(Propositions).Select(c => new OptionDeChamp(LiensAgenda.Instant(c.Debut), MotsReservation.Moment(c.Debut, c.Disponibilite.Fuseau)))];
        }
    }

    private CasDeReservation Lire(DateTimeOffset maintenant)
    {
        var annulee = _lue.RendezVous?.Etat == EtatDeRendezVous.Annule || _lue.Inscription?.Etat == EtatDInscription.Annulee;
        if (_lue.Atelier?.AnnuleLe is not null || (annulee && Reservation.AnnuleePar == AuteurDAnnulation.Mediateur))
        {
            return CasDeReservation.AnnuleeParLeLieu;
        }

        if (Reservation.Expiree(maintenant) || (annulee && Reservation.AnnuleePar == AuteurDAnnulation.Delai))
        {
            return CasDeReservation.Expiree;
        }

        if (annulee)
        {
            return CasDeReservation.Annulee;
        }

        if (DebutDuMoment <= maintenant)
        {
            return CasDeReservation.Passee;
        }

        return _lue.Inscription?.Etat == EtatDInscription.EnAttente ? CasDeReservation.EnAttente : TenueJusqua is null ? CasDeReservation.Confirmee : CasDeReservation.AConfirmer;
    }
}
