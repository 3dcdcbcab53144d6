using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.AllerVers;

/// <summary>The structures that send people: added, put away and given back, with the people whom they sent, dated.</summary>
[TextesRegardes("Nom")]
internal sealed class PartenairesModel(PartenairesQuiOrientent partenaires, Demandeur demandeur, JourDuMediateur jours, TimeProvider horloge) : PageModel
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Nature { get; set; }

    /// <summary>Made with the form: sent twice, it is kept once.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    [BindProperty]
    public Guid? Qui { get; set; }

    [BindProperty]
    public int? Personnes { get; set; }

    [BindProperty]
    public DateOnly? Jour { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>Just put away: offered back.</summary>
    [BindProperty(SupportsGet = true, Name = "retire")]
    public Guid? Retire { get; set; }

    public IReadOnlyList<PartenaireEtSuites> Liste { get; private set; } = [];

    public IReadOnlyList<PartenaireQuiOriente> Ranges { get; private set; } = [];

    public IReadOnlyList<OrientationDePartenaire> Dernieres { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Noms { get; private set; } = new Dictionary<Guid, string>();

    private Guid Moi => demandeur.Identite!.Compte;

    private Guid Organisation => demandeur.Identite!.Organisation ?? Guid.Empty;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        await ProposerAsync(annulation);
        await ListerAsync(annulation);
    }

    public async Task<IActionResult> OnPostAjouterAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var ajoute = await partenaires.AjouterAsync(Moi, Organisation, Nom, Nature, annulation);
        if (ajoute.Reussi)
        {
            return Redirect($"{LiensDeLAllerVers.Partenaires}?fait=ajoute");
        }

        await ProposerAsync(annulation);
        return await RefuserAsync(ajoute.Erreurs, annulation);
    }

    public async Task<IActionResult> OnPostOrienterAsync(CancellationToken annulation)
    {
        var illisibles = ModelState.Where(e => e.Value!.Errors.Count > 0 && !e.Key.StartsWith(nameof(Jour), StringComparison.Ordinal)).ToList();
        foreach (var (_, etat) in illisibles)
        {
            etat!.Errors.Clear();
            etat.Errors.Add(MotsActivites.T("Ecrire.Illisible"));
        }

        if (ModelState.ErrorCount > 0 || Envoi == Guid.Empty)
        {
            return await RefuserAsync([], annulation);
        }

        var notee = await partenaires.OrienterAsync(Envoi, Moi, Organisation, Qui, Jour, Personnes, annulation);
        return notee.Reussi ? Redirect($"{LiensDeLAllerVers.Partenaires}?fait=oriente") : await RefuserAsync(notee.Erreurs, annulation);
    }

    public async Task<IActionResult> OnPostReprendreAsync(Guid id, CancellationToken annulation) =>
        await partenaires.ReprendreAsync(id, Moi, annulation) ? Redirect(LiensDeLAllerVers.Partenaires) : NotFound();

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation) =>
        await partenaires.RetirerAsync(id, Moi, retirer: true, annulation) ? Redirect($"{LiensDeLAllerVers.Partenaires}?retire={id}") : NotFound();

    public async Task<IActionResult> OnPostRemettreAsync(Guid id, CancellationToken annulation) =>
        await partenaires.RetirerAsync(id, Moi, retirer: false, annulation) ? Redirect(LiensDeLAllerVers.Partenaires) : NotFound();

    private async Task ProposerAsync(CancellationToken annulation) =>
        (Envoi, Jour) = (Identifiants.Nouveau(horloge), await jours.AujourdhuiAsync(demandeur.Identite!, annulation));

    private async Task<PageResult> RefuserAsync(IEnumerable<Erreur> erreurs, CancellationToken annulation)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ switch { "nature" => nameof(Nature), "date" => nameof(Jour), "personnes" => nameof(Personnes), "partenaire" => nameof(Qui), _ => nameof(Nom) }, erreur.Message);
        }

        await ListerAsync(annulation);
        return Page();
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        Liste = await partenaires.AvecLeursSuitesAsync(Moi, annulation);
        Ranges = await partenaires.RetiresAsync(Moi, annulation);
        Dernieres = await partenaires.DernieresAsync(Moi, annulation);
        Noms = await partenaires.NomsAsync(Moi, annulation);
    }
}
