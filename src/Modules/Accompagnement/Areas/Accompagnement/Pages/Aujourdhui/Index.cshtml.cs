using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Aujourdhui;

/// <summary>The médiateur's day: what is to be finished, what is foreseen, what was done. Figures come from the counters of the days.</summary>
internal sealed class IndexModel(FaireAvecDb db, Brouillons brouillons, Modeles modeles, MesureDeSaisie mesure, AgendaDuMediateur agenda, TableDesDroits droits, Demandeur demandeur, JourDuMediateur jours) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "brouillon")]
    public Guid? Garde { get; set; }

    public DateOnly Jour { get; private set; }

    public DateOnly Lundi => TempsDeSaisie.Lundi(Jour);

    public IReadOnlyList<(Brouillon Brouillon, FormulaireDActivite Formulaire)> Brouillons { get; private set; } = [];

    /// <summary>Actions outside the place that are begun.</summary>
    public IReadOnlyList<(Brouillon Brouillon, FormulaireDAllerVers Formulaire)> AllerVers { get; private set; } = [];

    public IReadOnlyList<ModeleDActivite> Prevus { get; private set; } = [];

    public IReadOnlyList<Activite> Activites { get; private set; } = [];

    /// <summary>Who is expected, and where: appointments, workshops, absences of the day.</summary>
    public IReadOnlyList<LigneDAgenda> Agenda { get; private set; } = [];

    /// <summary>Entries of one's own that surprise, and that one hasn't explained: said here, and looked at on their page.</summary>
    public int Signaux { get; private set; }

    public (int Accompagnements, int Minutes) Semaine { get; private set; }

    public Posture? Posture { get; private set; }

    public int SecondesDEcriture { get; private set; }

    private Guid Moi => demandeur.Identite!.Compte;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var moi = Moi;
        Jour = await jours.AujourdhuiAsync(demandeur.Identite!, annulation);
        Agenda = droits.Permet(demandeur.Identite, DroitsDeLAccompagnement.TenirUnAgenda) ? await agenda.DuJourAsync(moi, annulation) : [];
        Brouillons = await brouillons.ListerAsync(moi, annulation);
        AllerVers = await brouillons.ListerLAllerVersAsync(moi, annulation);
        Prevus = await modeles.PrevusAsync(moi, Jour, annulation);
        Activites = await db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == moi && a.Jour == Jour && a.SupprimeeLe == null).OrderByDescending(a => a.Id).Take(50).ToListAsync(annulation);
        var (lundi, jour) = (Lundi, Jour);
        var compteurs = await db.Set<CompteurDuJour>().AsNoTracking().Where(c => c.Auteur == moi && c.Jour >= lundi && c.Jour <= jour).ToListAsync(annulation);
        Semaine = (compteurs.Sum(c => c.Accompagnements), compteurs.Sum(c => c.Minutes));
        Posture = PartsDePosture.De(compteurs.Sum(c => c.PartALaPlace), compteurs.Sum(c => c.PartAvec), compteurs.Sum(c => c.PartFaire));
        Signaux = await db.Set<SignalDeSaisie>().CountAsync(s => s.Mediateur == moi && s.ExpliqueLe == null, annulation);
        SecondesDEcriture = (await mesure.CetteSemaineAsync(moi, annulation))?.Secondes ?? 0;
    }

    public async Task<IActionResult> OnPostJeterAsync(Guid id, CancellationToken annulation) =>
        await brouillons.JeterAsync(id, Moi, annulation) > 0 ? Redirect(LiensAccompagnement.Aujourdhui) : NotFound();
}
