using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>One appointment of one's own: who comes, what to prepare; came or not, moved, given up, noted.</summary>
internal sealed class RendezVousModel(FaireAvecDb db, AgendaDuMediateur agenda, ContactsDesReservations contacts, INomsDesLieux lieux, IJournalDAcces acces, Demandeur demandeur, TimeProvider horloge) : PageDAgenda(demandeur)
{
    private const int Propositions = 40;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Creneau { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public string? De { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    public string? Fait => FaitDemande is "donne" or "deplace" or "annule" or "honore" or "absent" or "confirme" ? FaitDemande : null;

    public RendezVous Lu { get; private set; } = null!;

    public string Qui { get; private set; } = "";

    public string? Telephone { get; private set; }

    public string? Courriel { get; private set; }

    /// <summary>The person, when one follows them.</summary>
    public Guid? Personne { get; private set; }

    public LieuNomme? Lieu { get; private set; }

    /// <summary>The act that was noted from it.</summary>
    public Guid? Acte { get; private set; }

    /// <summary>The one that took its place.</summary>
    public Guid? Suivant { get; private set; }

    public bool Deplacement { get; private set; }

    public IReadOnlyList<OptionDeChamp> Libres { get; private set; } = [];

    public bool Venu => horloge.GetUtcNow() >= Lu.Debut - RendezVous.Avance;

    public bool Commence => horloge.GetUtcNow() >= Lu.Debut;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await agenda.TrouverAsync(Moi, Id, HttpContext.RequestAborted) is not { } lu)
        {
            context.Result = NotFound();
            return;
        }

        Lu = lu;
        await next();
    }

    public Task OnGetAsync(CancellationToken annulation) => PreparerAsync(annulation);

    public async Task<IActionResult> OnPostHonorerAsync(CancellationToken annulation) => await FaireAsync(await agenda.NoterAsync(Lu, venue: true, annulation), "honore", annulation);

    public async Task<IActionResult> OnPostAbsentAsync(CancellationToken annulation) => await FaireAsync(await agenda.NoterAsync(Lu, venue: false, annulation), "absent", annulation);

    public async Task<IActionResult> OnPostConfirmerAsync(CancellationToken annulation) => await FaireAsync(await agenda.ConfirmerAsync(Lu, annulation), "confirme", annulation);

    public async Task<IActionResult> OnPostAnnulerAsync(CancellationToken annulation) => await FaireAsync(await agenda.AnnulerAsync(Lu, annulation), "annule", annulation);

    public async Task<IActionResult> OnPostDeplacerAsync(CancellationToken annulation)
    {
        Deplacement = true;
        var (date, de, duree, lieu) = (Date, De, (int?)Lu.Minutes, (string?)Lu.Lieu);
        if (LiensAgenda.LireInstant(Creneau) is { } debut)
        {
            ModelState.Clear();
            if ((await agenda.LibresAsync(Moi, new(debut, debut.AddMinutes(1)), annulation)).FirstOrDefault(c => c.Debut == debut) is not { } libre)
            {
                await PreparerAsync(annulation);
                return Refuser([ErreursAgenda.Creneau with { Champ = nameof(Creneau) }]);
            }

            var locale = HeuresLocales.Locale(libre.Disponibilite.Fuseau, debut).DateTime;
            (date, de, duree, lieu) = (DateOnly.FromDateTime(locale), locale.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture), libre.Disponibilite.Duree, libre.Disponibilite.Lieu);
        }
        else if (!Lisible())
        {
            await PreparerAsync(annulation);
            return Refuser([]);
        }

        var deplace = await agenda.DeplacerAsync(Lu, lieu, date, de, duree, Organisation, annulation);
        if (deplace.Reussi)
        {
            return Redirect($"{LiensAgenda.RendezVous(deplace.Valeur)}?fait=deplace");
        }

        await PreparerAsync(annulation);
        return Refuser(deplace.Erreurs);
    }

    private async Task<IActionResult> FaireAsync(Resultat<bool> fait, string mot, CancellationToken annulation)
    {
        if (fait.Reussi)
        {
            return Redirect($"{LiensAgenda.RendezVous(Id)}?fait={mot}");
        }

        db.ChangeTracker.Clear();
        Lu = (await agenda.TrouverAsync(Moi, Id, annulation))!;
        await PreparerAsync(annulation);
        return Refuser(fait.Erreurs);
    }

    private async Task PreparerAsync(CancellationToken annulation)
    {
        Qui = (await contacts.NommerAsync([Lu], annulation))[Lu.Id];
        (Telephone, Courriel, Lieu) = (contacts.TelephonePresente(Lu), contacts.Courriel(Lu), lieux.Trouver(Lu.Lieu));
        if (Lu.Personne is { } personne)
        {
            Personne = await db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == personne && p.EffaceeLe == null, annulation) ? personne : null;
            await acces.NoterAsync(personne, "Votre rendez-vous", null, annulation);
        }

        Acte = await db.Set<Activite>().Where(a => a.RendezVous == Lu.Id && a.Auteur == Moi && a.SupprimeeLe == null).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(annulation);
        Suivant = await db.Set<RendezVous>().Where(r => r.Remplace == Lu.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(annulation);
        if (Lu.Etat == EtatDeRendezVous.Pris)
        {
            var maintenant = horloge.GetUtcNow();
            Libres = [.. (await agenda.LibresAsync(Moi, new(maintenant, maintenant.AddDays(30)), annulation)).Take(Propositions).Select(c => new OptionDeChamp(LiensAgenda.Instant(c.Debut), $"{MotsReservation.Moment(c.Debut, c.Disponibilite.Fuseau)}, {lieux.Trouver(c.Disponibilite.Lieu)?.Nom}"))];
        }
    }
}
