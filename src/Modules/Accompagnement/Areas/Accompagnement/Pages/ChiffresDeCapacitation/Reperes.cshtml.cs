using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ChiffresDeCapacitation;

/// <summary>What figures are compared with: the cost of a team over a period, the share of a public in a territory, each with who says it.</summary>
internal sealed class ReperesModel(Reperes reperes, IEquipes equipes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cout")]
    public Guid? Cout { get; set; }

    [BindProperty]
    public Guid? Equipe { get; set; }

    [BindProperty]
    public DateOnly? Du { get; set; }

    [BindProperty]
    public DateOnly? Au { get; set; }

    [BindProperty]
    public string? Poste { get; set; }

    [BindProperty]
    public string? Lieu { get; set; }

    [BindProperty]
    public string? Kit { get; set; }

    [BindProperty]
    public string? Pass { get; set; }

    [BindProperty]
    public Guid? EquipeDeLaPart { get; set; }

    [BindProperty]
    public string? Public { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Territoire { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>The cost that is corrected: its team and its dates stay.</summary>
    public CoutDePeriode? Corrige { get; private set; }

    public IReadOnlyList<CoutDePeriode> Couts { get; private set; } = [];

    public IReadOnlyList<(PartDePublic Part, string? Equipe)> Parts { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Equipes { get; private set; } = new Dictionary<Guid, string>();

    public bool Coordonne => reperes.Equipes.Count > 0;

    /// <summary>Whoever helps says shares for themselves too.</summary>
    public bool Aide => reperes.Aide;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        if (Cout is null)
        {
            return Page();
        }

        if (Corrige is null)
        {
            return NotFound();
        }

        (Poste, Lieu, Kit, Pass) = (Ecrit(Corrige.Poste), Ecrit(Corrige.Lieu), Ecrit(Corrige.Kit), Ecrit(Corrige.Pass));
        return Page();
    }

    public async Task<IActionResult> OnPostCoutAsync(CancellationToken annulation)
    {
        if (!Coordonne)
        {
            return NotFound();
        }

        var dateFausse = ModelState.Any(e => e.Value!.Errors.Count > 0 && e.Key is nameof(Du) or nameof(Au));
        foreach (var autre in ModelState.Where(e => e.Key is not (nameof(Du) or nameof(Au))))
        {
            autre.Value!.Errors.Clear();
        }

        if (dateFausse)
        {
            return await RefuserAsync([], annulation);
        }

        var dit = await reperes.DireUnCoutAsync(new(Cout, Equipe, Du, Au, Poste, Lieu, Kit, Pass), annulation);
        return dit.Reussi ? Redirect($"{LiensCapacitation.Reperes}?fait=cout") : await RefuserAsync(dit.Erreurs, annulation);
    }

    public async Task<IActionResult> OnPostRetirerCoutAsync(Guid id, CancellationToken annulation) =>
        await reperes.RetirerUnCoutAsync(id, annulation) ? Redirect($"{LiensCapacitation.Reperes}?fait=retire") : NotFound();

    public async Task<IActionResult> OnPostPartAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (!this.TextesLibresAcceptes())
        {
            return await RefuserAsync([], annulation);
        }

        var dite = await reperes.DireUnePartAsync(new(EquipeDeLaPart, Public, Part, Territoire, Source), annulation);
        return dite.Reussi ? Redirect($"{LiensCapacitation.Reperes}?fait=part") : await RefuserAsync([.. dite.Erreurs.Select(e => e.Champ == "equipe" ? e with { Champ = "equipe_de_la_part" } : e)], annulation);
    }

    public async Task<IActionResult> OnPostRetirerPartAsync(Guid id, CancellationToken annulation) =>
        await reperes.RetirerUnePartAsync(id, annulation) ? Redirect($"{LiensCapacitation.Reperes}?fait=retire") : NotFound();

    private async Task<IActionResult> RefuserAsync(IReadOnlyList<Erreur> erreurs, CancellationToken annulation)
    {
        foreach (var e in erreurs)
        {
            ModelState.AddModelError(
                e.Champ switch
                {
                    "equipe" => nameof(Equipe),
                    "du" => nameof(Du),
                    "au" => nameof(Au),
                    "poste" => nameof(Poste),
                    "lieu" => nameof(Lieu),
                    "kit" => nameof(Kit),
                    "pass" => nameof(Pass),
                    "equipe_de_la_part" => nameof(EquipeDeLaPart),
                    "public" => nameof(Public),
                    "part" => nameof(Part),
                    "territoire" => nameof(Territoire),
                    "source" => nameof(Source),
                    _ => "",
                },
                e.Message);
        }

        Response.StatusCode = erreurs.Any(e => e.Code == "ACC-163") ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await LireAsync(annulation);
        return Page();
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        Equipes = Coordonne ? (await equipes.NomsAsync(reperes.Equipes, annulation)).ToDictionary(e => e.Id, e => e.Nom) : Equipes;
        Couts = await reperes.CoutsAsync(annulation);
        Corrige = Couts.FirstOrDefault(c => c.Id == Cout);
        var parts = new List<(PartDePublic, string?)>();
        foreach (var equipe in (Guid?[])[.. Aide ? [null] : (Guid?[])[], .. reperes.Equipes.Select(e => (Guid?)e)])
        {
            parts.AddRange((await reperes.PartsAsync(equipe, annulation)).Select(p => (p, equipe is { } e ? Equipes.GetValueOrDefault(e) : null)));
        }

        Parts = parts;
    }

    private static string? Ecrit(long? centimes) => centimes is { } c ? Nombres.Ecrire(c) : null;
}
