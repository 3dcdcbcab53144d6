using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>What each column of a file is, as guessed; the author corrects, and says what the lines that say nothing are.</summary>
internal sealed class ColonnesModel(ImportsDuMediateur imports, Habitudes habitudes, TravauxDesImports travaux, Demandeur demandeur) : PageDImport(imports, demandeur)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Code of the field of each column, in their order; empty for one that isn't read.</summary>
    [BindProperty]
    public List<string?> Champs { get; set; } = [];

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Lieu { get; set; }

    [BindProperty]
    public string? Thematique { get; set; }

    /// <summary>« jour » or « mois ».</summary>
    [BindProperty]
    public string? Dates { get; set; } = "jour";

    public bool Ouvert => Import is { EffaceLe: null, Etat: EtatDImport.Colonnes or EtatDImport.AVerifier or EtatDImport.Refuse };

    public IReadOnlyList<OptionDeChamp> ChampsAuChoix { get; } = [new("", MotsImports.T("Colonnes.NonRepris")), .. ChampsDImport.Tous.Where(c => c.Lu).Select(c => new OptionDeChamp(c.Code, c.Libelle))];

    public IReadOnlyList<OptionDeChamp> LieuxAuChoix { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Champs = [.. Import.Colonnes.Select(c => ChampsDImport.Trouver(c.Champ) is { Lu: true } ? c.Champ : "")];
        (Type, Lieu, Thematique, Dates) = (Import.Reglages.Type, Import.Reglages.Lieu, Import.Reglages.Thematique, Import.Reglages.MoisDAbord ? "mois" : "jour");
        await LireAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        if (!Ouvert)
        {
            return Refuser(MotsImports.T("Colonnes.Passe"));
        }

        var colonnes = Import.Colonnes.Select((c, i) => c with { Champ = i < Champs.Count && ChampsDImport.Trouver(Champs[i]) is { Lu: true } lu ? lu.Code : ChampsDImport.Trouver(c.Champ) is { Lu: false } ? c.Champ : null }).ToList();
        var reglages = Import.Reglages with
        {
            MoisDAbord = Dates == "mois",
            Type = TypesDActivite.Lire(Type) is { Mediation: true } type ? type.Code : null,
            Lieu = LieuxAuChoix.Any(l => l.Valeur == Lieu && !string.IsNullOrEmpty(Lieu)) ? Lieu : null,
            Thematique = Thematiques.Contient(Thematique) ? Thematique : null,
        };
        var dites = await Imports.DireLesColonnesAsync(Import, colonnes, reglages, annulation);
        if (!dites.Reussi)
        {
            return Refuser(dites.Erreur!.Message);
        }

        await travaux.AttendreAsync(Id, Patience, annulation);
        return Redirect(LiensDesImports.Import(Id));
    }

    private PageResult Refuser(string phrase)
    {
        ModelState.AddModelError("", phrase);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LireAsync(CancellationToken annulation) =>
        LieuxAuChoix = [new("", MotsImports.T("Colonnes.Lieu.Aucun")), .. (await habitudes.LireAsync(Moi.Compte, Import.Organisation, annulation)).Lieux];
}
