using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>One workshop of one's own: who is registered, who waits, who came; corrected, given up, noted.</summary>
internal class AtelierModel(FaireAvecDb db, AteliersDuMediateur ateliers, ContactsDesReservations contacts, INomsDesLieux lieux, PersonnesAuChoix personnes, Demandeur demandeur, TimeProvider horloge) : PageDAtelier(personnes, demandeur)
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    public string? Fait => FaitDemande is "prevu" or "corrige" or "annule" or "inscrit" or "desinscrit" or "confirme" or "presences" ? FaitDemande : null;

    public AtelierPrevu Lu { get; private set; } = null!;

    public LieuNomme? Lieu { get; private set; }

    public IReadOnlyList<Inscription> Inscriptions { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Noms { get; private set; } = new Dictionary<Guid, string>();

    public Guid? Acte { get; private set; }

    /// <summary>The part to open: what was typed there was refused.</summary>
    public string? Ouvert { get; private set; }

    public bool Commence => horloge.GetUtcNow() >= Lu.Debut;

    public bool Fini => horloge.GetUtcNow() >= Lu.Fin;

    /// <summary>True when one may say who came.</summary>
    public bool Ouvre => Lu.AnnuleLe is null && horloge.GetUtcNow() >= Lu.Debut - RendezVous.Avance;

    public string? Contact(Inscription i) => contacts.TelephonePresente(i) ?? contacts.Courriel(i);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await ateliers.TrouverAsync(Moi, Id, HttpContext.RequestAborted) is not { } lu)
        {
            context.Result = NotFound();
            return;
        }

        Lu = lu;
        await next();
    }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        (Titre, Description, Capacite, EnLigne) = (Lu.Titre, Lu.Description, Lu.Capacite, Lu.EnLigne);
        await PreparerAsync(annulation);
    }

    public async Task<IActionResult> OnPostInscrireAsync(CancellationToken annulation)
    {
        foreach (var cle in ModelState.Keys.Where(k => k is nameof(Capacite)).ToList())
        {
            ModelState.Remove(cle);
        }

        var (lisible, prevu) = (Lisible(), Lu);
        var inscrite = lisible ? await ateliers.InscrireAsync(prevu, Nouveau, Personne, Qui, annulation) : ErreursAgenda.Formulaire;
        Ouvert = "inscrire";
        (Titre, Description, Capacite, EnLigne) = (prevu.Titre, prevu.Description, prevu.Capacite, prevu.EnLigne);
        return await FaireAsync(inscrite.Erreurs, "inscrit", annulation);
    }

    public async Task<IActionResult> OnPostCorrigerAsync(CancellationToken annulation)
    {
        Ouvert = "corriger";
        if (!Lisible() || !TextesAcceptes())
        {
            await PreparerAsync(annulation);
            return Refuser([]);
        }

        return await FaireAsync((await ateliers.CorrigerAsync(Lu, Saisie, annulation)).Erreurs, "corrige", annulation);
    }

    public async Task<IActionResult> OnPostAnnulerAsync(CancellationToken annulation) => await FaireAsync((await ateliers.AnnulerAsync(Lu, annulation)).Erreurs, "annule", annulation);

    public async Task<IActionResult> OnPostDesinscrireAsync(Guid inscription, CancellationToken annulation) => await FaireAsync((await ateliers.DesinscrireAsync(Lu, inscription, annulation)).Erreurs, "desinscrit", annulation);

    public async Task<IActionResult> OnPostConfirmerAsync(Guid inscription, CancellationToken annulation) => await FaireAsync((await ateliers.ConfirmerAsync(Lu, inscription, annulation)).Erreurs, "confirme", annulation);

    public async Task<IActionResult> OnPostPresencesAsync(CancellationToken annulation)
    {
        var (presentes, absentes) = (new List<Guid>(), new List<Guid>());
        foreach (var champ in Request.Form.Where(c => c.Key.StartsWith("p_", StringComparison.Ordinal)))
        {
            if (Guid.TryParse(champ.Key.AsSpan(2), out var id))
            {
                (champ.Value == "oui" ? presentes : absentes).Add(id);
            }
        }

        return await FaireAsync((await ateliers.NoterAsync(Lu, presentes, absentes, annulation)).Erreurs, "presences", annulation);
    }

    protected async Task PreparerAsync(CancellationToken annulation)
    {
        Nouveau = Nouveau == Guid.Empty ? Identifiants.Nouveau(horloge) : Nouveau;
        Lieu = lieux.Trouver(Lu.Lieu);
        Inscriptions = await ateliers.InscriptionsAsync(Id, annulation);
        Noms = await contacts.NommerAsync(Inscriptions, annulation);
        Acte = await db.Set<Activite>().Where(a => a.RendezVous == Id && a.Auteur == Moi && a.SupprimeeLe == null).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(annulation);
        await ChoisirAsync();
    }

    private async Task<IActionResult> FaireAsync(IReadOnlyList<Erreur> erreurs, string mot, CancellationToken annulation)
    {
        if (erreurs.Count == 0)
        {
            return Redirect($"{LiensAgenda.Atelier(Id)}?fait={mot}");
        }

        db.ChangeTracker.Clear();
        Lu = (await ateliers.TrouverAsync(Moi, Id, annulation))!;
        if (Ouvert is null)
        {
            ModelState.Clear();
            (Titre, Description, Capacite, EnLigne) = (Lu.Titre, Lu.Description, Lu.Capacite, Lu.EnLigne);
        }

        await PreparerAsync(annulation);
        return Refuser(erreurs);
    }
}
