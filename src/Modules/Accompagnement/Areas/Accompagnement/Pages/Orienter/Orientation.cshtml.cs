using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Orienter;

/// <summary>One orientation, for who sent it or for who receives it: where it is, and what to do next.</summary>
internal sealed class OrientationModel(
    FaireAvecDb db, SuiteDesOrientations suite, LiensSignes liens, MessagesDOrientation messages, ILieuxQuiPeuventRecevoir lieux, ITerritoires territoires, IGensDesOrganisations gens, INomsDesComptes noms, Demandeur demandeur, IConfiguration configuration, TimeProvider horloge)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>What became of the message to the receiver: "parti", "panne", "aucun", "compte", "demonstration".</summary>
    [BindProperty(SupportsGet = true, Name = "lien")]
    public string? Lien { get; set; }

    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Mobile { get; set; }

    /// <summary>Made with the form of the SMS: sent twice, it is one message.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    [BindProperty]
    public string? Referent { get; set; }

    /// <summary>The day and the hour of an appointment.</summary>
    [BindProperty]
    public DateOnly? Rdv { get; set; }

    [BindProperty]
    public string? Heure { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public string? Resultat { get; set; }

    public OrientationLue Lue { get; private set; } = null!;

    public Orientation Orientation => Lue.Orientation;

    public LieuQuiRecoit? Lieu { get; private set; }

    /// <summary>The need; null for who receives, who doesn't see it.</summary>
    public BesoinExprime? Besoin { get; private set; }

    /// <summary>The one that a link could be given to: who sent, when the receiver has no account.</summary>
    public bool PeutDonnerUnLien => !Lue.Recue && Orientation.Destinataire is null && Orientation.Auteur == demandeur.Identite!.Compte && !EtatsDOrientation.Finie(Orientation.Etat);

    /// <summary>True when a link is in use.</summary>
    public bool LienEnCours { get; private set; }

    /// <summary>Just made: shown once.</summary>
    public string? LienDonne { get; private set; }

    /// <summary>The next place, when it came back.</summary>
    public LieuQuiRecoit? Candidat { get; private set; }

    public IReadOnlyList<OptionDeChamp> Referents { get; private set; } = [];

    public string? NomDuReferent { get; private set; }

    public string? Expediteur { get; private set; }

    public bool EstAuteur => Orientation.Auteur == demandeur.Identite!.Compte;

    /// <summary>True when a third time on would be needed: only a referent can help.</summary>
    public bool DemandeUnReferent => Besoin is { DemandeUnReferent: true, ReferentUnique: null, ClosLe: null } && Orientation.Revenue && EstAuteur;

    public bool PeutReprendre => EstAuteur && Orientation.Revenue && Besoin is { ReferentUnique: null, ClosLe: null, DemandeUnReferent: false } && Orientation.Rang + 1 == Besoin.Envois;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return await TrouverAsync(annulation) ? Page() : NotFound();
    }

    /// <summary>What the receiver does.</summary>
    public Task<IActionResult> OnPostGesteAsync(string? quoi, CancellationToken annulation) => AgirAsync(
        async () => Lue.Recue ? (await SuiteDesOrientations.RepondreAsync(db, horloge, Orientation, new GesteDuReceveur(quoi, RendezVousSaisi.Lire(Rdv, Heure, Lieu?.Fuseau), Motif, Resultat), annulation)).Erreurs : [ErreursOrientation.Introuvable], quoi ?? "", annulation);

    public Task<IActionResult> OnPostVenueAsync(CancellationToken annulation) => AgirAsync(async () => EstAuteur ? (await suite.EstVenueAsync(Orientation, annulation)).Erreurs : [ErreursOrientation.Introuvable], "venue", annulation);

    public Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation) => AgirAsync(async () => EstAuteur ? (await suite.RetirerAsync(Orientation, annulation)).Erreurs : [ErreursOrientation.Introuvable], "retirer", annulation);

    public Task<IActionResult> OnPostReferentAsync(CancellationToken annulation) => AgirAsync(
        async () => (await suite.NommerLeReferentAsync(Orientation.Besoin, Guid.TryParse(Referent, out var referent) ? referent : null, annulation)).Erreurs, "referent", annulation);

    /// <summary>The card by e-mail. The address is used, and kept nowhere here.</summary>
    public Task<IActionResult> OnPostCourrielAsync(CancellationToken annulation) => AgirAsync(
        async () => !EstAuteur ? [ErreursOrientation.Introuvable]
            : !MessagesDOrientation.EstUneAdresse(Courriel?.Trim()) ? [ErreursOrientation.Courriel]
            : await messages.ALaPersonneAsync(Courriel!.Trim(), Orientation, Lieu, annulation) ? [] : [ErreursOrientation.CourrielEnPanne],
        "courriel", annulation);

    /// <summary>The card by SMS, to who agrees to it.</summary>
    public Task<IActionResult> OnPostSmsAsync(CancellationToken annulation) => AgirAsync(
        async () => !EstAuteur ? [ErreursOrientation.Introuvable]
            : NumeroDeMobile.Lire(Mobile, territoires.DepartementDeInsee(Lieu?.Lieu.CodeInsee)) is not { } numero ? [ErreursOrientation.Mobile]
            : await messages.ParSmsAsync(numero, Envoi == Guid.Empty ? Identifiants.Nouveau(horloge) : Envoi, Orientation, Lieu, Request.Site(configuration), annulation) switch
            {
                SortDuCourtMessage.Remis or SortDuCourtMessage.DejaPris => [],
                SortDuCourtMessage.Desinscrit => [ErreursOrientation.SmsRefuse],
                _ => [ErreursOrientation.SmsEnPanne],
            },
        "sms", annulation);

    /// <summary>A new form has a new id.</summary>
    public Guid NouvelEnvoi() => Identifiants.Nouveau(horloge);

    /// <summary>A link to give oneself: it is on the screen once.</summary>
    public async Task<IActionResult> OnPostLienAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        if (!PeutDonnerUnLien)
        {
            return Refuser([ErreursOrientation.Etat]);
        }

        var adresse = Request.Site(configuration) + LiensDesOrientations.Jeton(await liens.DonnerAsync(Orientation.Id, annulation));
        (LienDonne, LienEnCours) = (adresse, true);
        return Page();
    }

    public Task<IActionResult> OnPostSansLienAsync(CancellationToken annulation) => AgirAsync(
        async () =>
        {
            if (!EstAuteur)
            {
                return [ErreursOrientation.Introuvable];
            }

            await liens.RetirerAsync(Orientation.Id, annulation);
            return [];
        },
        "sans_lien", annulation);

    private async Task<IActionResult> AgirAsync(Func<Task<IReadOnlyList<Erreur>>> action, string fait, CancellationToken annulation)
    {
        // The sentences of the binder go, what was typed stays.
        ModelState.SansPhrases();
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        var erreurs = await action();
        if (erreurs.Count == 0)
        {
            return Redirect($"{LiensDesOrientations.Orientation(Id)}?fait={Uri.EscapeDataString(fait)}");
        }

        if (erreurs.Any(e => e.Code == ErreursOrientation.Introuvable.Code))
        {
            return NotFound();
        }

        // What changed meanwhile is shown as it is now.
        db.ChangeTracker.Clear();
        await TrouverAsync(annulation);
        return Refuser(erreurs);
    }

    private PageResult Refuser(IReadOnlyList<Erreur> erreurs)
    {
        ModelState.Dire(erreurs);
        Response.StatusCode = erreurs.Any(e => e.Code == ErreursOrientation.Etat.Code) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> TrouverAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!;
        var maintenant = horloge.GetUtcNow();
        if (await db.Set<Orientation>().SingleOrDefaultAsync(o => o.Id == Id, annulation) is not { } orientation)
        {
            return false;
        }

        // Who sent to a place of their own organisation sees both sides; receiving comes first.
        var recue = orientation.Destinataire is { } d && d == moi.Organisation && orientation.EnvoyeeLe is not null && moi.Roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique or Role.Coordinateur);
        Lue = new OrientationLue(orientation, recue, OrientationLue.Nom(orientation, lieux, maintenant));
        Lieu = lieux.Trouver(orientation.Lieu, maintenant);
        Besoin = await db.Set<BesoinExprime>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == orientation.Besoin, annulation);
        LienEnCours = EstAuteur && await db.Set<LienDOrientation>().AnyAsync(l => l.Orientation == orientation.Id && l.RetireLe == null && l.ExpireLe > maintenant, annulation);
        Expediteur = recue ? await gens.NomAsync(orientation.Organisation, annulation) : null;
        NomDuReferent = Besoin?.ReferentUnique is { } referent ? await noms.NomAsync(referent.ToString(), annulation) : null;
        if (PeutReprendre)
        {
            Candidat = orientation.Candidats.Select(c => lieux.Trouver(c, maintenant)).OfType<LieuQuiRecoit>().FirstOrDefault();
        }

        if (DemandeUnReferent)
        {
            Referents = [new OptionDeChamp(moi.Compte.ToString(), Ressources.MotsOrienter.T("Referent.Moi")), .. (await gens.MediateursAsync(orientation.Organisation, annulation)).Where(c => c.Compte != moi.Compte).Select(c => new OptionDeChamp(c.Compte.ToString(), c.Nom))];
        }

        return true;
    }
}
