using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>When one receives nobody; the appointments that it crosses are listed, to be moved.</summary>
internal sealed class AbsencesModel(FaireAvecDb db, AbsencesPrevues absences, ContactsDesReservations contacts, Demandeur demandeur) : PageDAgenda(demandeur)
{
    [BindProperty]
    public DateOnly? Du { get; set; }

    [BindProperty]
    public DateOnly? Au { get; set; }

    [BindProperty]
    public string? De { get; set; }

    [BindProperty]
    public string? A { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    public string? Fait => FaitDemande is "ajoute" or "retire" ? FaitDemande : null;

    public IReadOnlyList<Absence> Liste { get; private set; } = [];

    public IReadOnlyList<RendezVous> Croises { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Noms { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>« du 1er décembre au 4 décembre », « le 1er décembre de 9 h à 12 h ».</summary>
    public static string EnMots(Absence a)
    {
        var (debut, fin) = (HeuresLocales.Locale(a.Fuseau, a.Debut), HeuresLocales.Locale(a.Fuseau, a.Fin));
        var entiere = debut.TimeOfDay == TimeSpan.Zero && fin.TimeOfDay == TimeSpan.Zero;
        var (du, au) = (DateOnly.FromDateTime(debut.DateTime), DateOnly.FromDateTime(entiere ? fin.DateTime.AddDays(-1) : fin.DateTime));
        return entiere
            ? du == au ? MotsAgenda.T("Absences.Jour", MotsActivites.Jour(du)) : MotsAgenda.T("Absences.Jours", MotsActivites.Jour(du), MotsActivites.Jour(au))
            : MotsAgenda.T("Absences.Moment", MotsActivites.Jour(du), MotsAgenda.Heure(a.Debut, a.Fuseau), MotsActivites.Jour(au), MotsAgenda.Heure(a.Fin, a.Fuseau));
    }

    public Task OnGetAsync(CancellationToken annulation) => PreparerAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!Lisible())
        {
            await PreparerAsync(annulation);
            return Refuser([]);
        }

        var fuseau = await db.Set<Disponibilite>().Where(d => d.Compte == Moi).OrderByDescending(d => d.CreeeLe).Select(d => d.Fuseau).FirstOrDefaultAsync(annulation) ?? HeuresLocales.Metropole;
        var ajoutee = await absences.AjouterAsync(new(Du, Au, De, A), Moi, Organisation, fuseau, annulation);
        if (ajoutee.Reussi)
        {
            return Redirect($"{LiensAgenda.Absences}?fait=ajoute");
        }

        await PreparerAsync(annulation);
        return Refuser(ajoutee.Erreurs);
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation) => await absences.RetirerAsync(id, Moi, annulation) ? Redirect($"{LiensAgenda.Absences}?fait=retire") : NotFound();

    private async Task PreparerAsync(CancellationToken annulation)
    {
        Liste = await absences.ListerAsync(Moi, annulation);
        Croises = await absences.CroisesAsync(Moi, annulation);
        Noms = await contacts.NommerAsync(Croises, annulation);
    }
}
