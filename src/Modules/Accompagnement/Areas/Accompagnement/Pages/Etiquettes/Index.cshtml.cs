using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Etiquettes;

/// <summary>The labels of who asks and of their teams: made, put away and given back.</summary>
[TextesRegardes("Nom", "Description")]
internal sealed class IndexModel(CarnetDEtiquettes carnet, TimeProvider horloge) : PageModel
{
    /// <summary>For oneself, among the teams.</summary>
    public const string Moi = "moi";

    /// <summary>Made with the form: sent twice, the label is made once.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>A team, or <see cref="Moi"/>.</summary>
    [BindProperty]
    public string? Pour { get; set; } = Moi;

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>Just put away: offered back.</summary>
    [BindProperty(SupportsGet = true, Name = "rangee")]
    public Guid? Rangee { get; set; }

    public IReadOnlyList<EtiquetteEtUsage> Liste { get; private set; } = [];

    public IReadOnlyList<EquipeNommee> Equipes { get; private set; } = [];

    public IEnumerable<EtiquetteEtUsage> Proposees => Liste.Where(e => e.Etiquette.Etat == EtatDEtiquette.Proposee);

    /// <summary>Put away or joined, that one may give back.</summary>
    public IEnumerable<EtiquetteEtUsage> Rangees => Liste.Where(e => e.Sienne && e.Etiquette.Etat != EtatDEtiquette.Proposee);

    public string? NomDe(Guid? id) => Liste.FirstOrDefault(e => e.Etiquette.Id == id)?.Etiquette.Nom;

    public Task OnGetAsync(CancellationToken annulation)
    {
        Envoi = Identifiants.Nouveau(horloge);
        return ListerAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (Envoi == Guid.Empty)
        {
            Envoi = Identifiants.Nouveau(horloge);
        }

        Resultat<Etiquette> creee = string.IsNullOrEmpty(Pour) || Pour == Moi ? await carnet.CreerAsync(Envoi, Nom, Description, null, annulation)
            : Guid.TryParse(Pour, out var equipe) ? await carnet.CreerAsync(Envoi, Nom, Description, equipe, annulation)
            : ErreursDEtiquettes.PasPourVous;
        return creee.Reussi ? Redirect($"{LiensDuReseau.Etiquettes}?fait=creee") : await RefuserAsync(creee.Erreurs, StatusCodes.Status400BadRequest, annulation);
    }

    public Task<IActionResult> OnPostRangerAsync(Guid id, CancellationToken annulation) => ChangerAsync(id, carnet.RangerAsync, $"rangee={id}", annulation);

    public Task<IActionResult> OnPostReprendreAsync(Guid id, CancellationToken annulation) => ChangerAsync(id, carnet.ReprendreAsync, "fait=reprise", annulation);

    private async Task<IActionResult> ChangerAsync(Guid id, Func<Etiquette, CancellationToken, Task<Resultat<Etiquette>>> geste, string suite, CancellationToken annulation)
    {
        ModelState.Clear();
        if (await carnet.TrouverAsync(id, annulation) is not { } etiquette)
        {
            return NotFound();
        }

        var fait = await geste(etiquette, annulation);
        if (fait.Reussi)
        {
            return Redirect($"{LiensDuReseau.Etiquettes}?{suite}");
        }

        Envoi = Identifiants.Nouveau(horloge);
        return await RefuserAsync(fait.Erreurs, StatusCodes.Status409Conflict, annulation);
    }

    private async Task<PageResult> RefuserAsync(IEnumerable<Erreur> erreurs, int statut, CancellationToken annulation)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ switch { "description" => nameof(Description), "pour" => nameof(Pour), _ => nameof(Nom) }, erreur.Message);
        }

        await ListerAsync(annulation);
        Response.StatusCode = statut;
        return Page();
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        Liste = await carnet.ListerAsync(annulation);
        Equipes = await carnet.EquipesCoordonneesAsync(annulation);
    }
}
