using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.AllerVers;

/// <summary>What makes a meeting work, recorded once: listed, used again in one touch, put away and given back.</summary>
[TextesRegardes("Nom", "AutreMotif", "Lieu", "PublicCible", "ObjetReel", "Supports", "Suite")]
internal sealed class ConfigurationsModel(ConfigurationsDAllerVers configurations, Demandeur demandeur) : PageModel
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Lieu { get; set; }

    [BindProperty]
    public string? PublicCible { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public string? AutreMotif { get; set; }

    [BindProperty]
    public int? Taille { get; set; }

    [BindProperty]
    public string? Posture { get; set; }

    [BindProperty]
    public int? Duree { get; set; }

    [BindProperty]
    public string? Supports { get; set; }

    [BindProperty]
    public string? Pairs { get; set; }

    [BindProperty]
    public string? ObjetReel { get; set; }

    [BindProperty]
    public string? Suite { get; set; }

    [BindProperty(SupportsGet = true, Name = "creee")]
    public bool Creee { get; set; }

    /// <summary>Just put away: offered back.</summary>
    [BindProperty(SupportsGet = true, Name = "retiree")]
    public Guid? Retiree { get; set; }

    public IReadOnlyList<ConfigurationDAllerVers> Liste { get; private set; } = [];

    public IReadOnlyList<ConfigurationDAllerVers> Rangees { get; private set; } = [];

    public IReadOnlyDictionary<Guid, int> Emplois { get; private set; } = new Dictionary<Guid, int>();

    private Guid Moi => demandeur.Identite!.Compte;

    public Task OnGetAsync(CancellationToken annulation) => ListerAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var illisibles = ModelState.Where(e => e.Value!.Errors.Count > 0).ToList();
        foreach (var (_, etat) in illisibles)
        {
            etat!.Errors.Clear();
            etat.Errors.Add(MotsActivites.T("Ecrire.Illisible"));
        }

        if (illisibles.Count == 0)
        {
            var creee = await configurations.CreerAsync(
                Moi,
                demandeur.Identite!.Organisation ?? Guid.Empty,
                new SaisieDeConfiguration
                {
                    Nom = Nom,
                    Lieu = Lieu,
                    PublicCible = PublicCible,
                    Motif = Motif,
                    AutreMotif = AutreMotif,
                    Taille = Taille,
                    Posture = Posture,
                    DureeMinutes = Duree,
                    Supports = Supports,
                    PairsPresents = Pairs switch { "oui" => true, "non" => false, _ => null },
                    ObjetReel = ObjetReel,
                    Suite = Suite,
                },
                annulation);
            if (creee.Reussi)
            {
                return Redirect($"{LiensDeLAllerVers.Configurations}?creee=true");
            }

            foreach (var erreur in creee.Erreurs)
            {
                ModelState.AddModelError(
                    erreur.Champ switch { "lieu" => nameof(Lieu), "public_cible" => nameof(PublicCible), "motif" => nameof(Motif), "autre_motif" => nameof(AutreMotif), "taille" => nameof(Taille), "posture" => nameof(Posture), "duree" => nameof(Duree), "supports" => nameof(Supports), "objet_reel" => nameof(ObjetReel), "suite" => nameof(Suite), _ => nameof(Nom) },
                    erreur.Message);
            }
        }

        await ListerAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation) =>
        await configurations.RetirerAsync(id, Moi, retirer: true, annulation) ? Redirect($"{LiensDeLAllerVers.Configurations}?retiree={id}") : NotFound();

    public async Task<IActionResult> OnPostRemettreAsync(Guid id, CancellationToken annulation) =>
        await configurations.RetirerAsync(id, Moi, retirer: false, annulation) ? Redirect(LiensDeLAllerVers.Configurations) : NotFound();

    private async Task ListerAsync(CancellationToken annulation)
    {
        Liste = await configurations.ListerAsync(Moi, annulation);
        Rangees = await configurations.RetireesAsync(Moi, annulation);
        Emplois = await configurations.EmploisAsync(Moi, annulation);
    }
}
