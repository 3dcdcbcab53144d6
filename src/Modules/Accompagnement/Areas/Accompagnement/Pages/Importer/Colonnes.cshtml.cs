using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>What each column of a file is, as guessed; the author corrects, and says what the lines that say nothing are.</summary>
internal sealed class ColonnesModel(ImportsDuMediateur imports, Habitudes habitudes, ContenuDImport contenu, ITableaux tableaux, TravauxDesImports travaux, Demandeur demandeur) : PageDImport(imports, demandeur)
{
    private const int RangeesRegardees = 20;
    private const int ExempleMax = 60;

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

    /// <summary>The first value of each column, by its rank: a header alone doesn't always tell.</summary>
    public IReadOnlyDictionary<int, string> Exemples { get; private set; } = new Dictionary<int, string>();

    /// <summary>True when there is nothing to guess.</summary>
    public bool ToutReconnu => Import.Colonnes.All(c => c.Champ is not null);

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

    private async Task LireAsync(CancellationToken annulation)
    {
        LieuxAuChoix = [new("", MotsImports.T("Colonnes.Lieu.Aucun")), .. (await habitudes.LireAsync(Moi.Compte, Import.Organisation, annulation)).Lieux];
        if (Ouvert && await contenu.OuvrirAsync(Id, annulation) is { } fichier)
        {
            Exemples = LireDesExemples(fichier);
        }
    }

    private Dictionary<int, string> LireDesExemples(Stream fichier)
    {
        var exemples = new Dictionary<int, string>();
        try
        {
            using var tableau = tableaux.Ouvrir(fichier);
            foreach (var ligne in tableau.Lignes().SkipWhile(l => l.Numero <= Import.LigneDEntete).Take(RangeesRegardees))
            {
                foreach (var (rang, cellule) in ligne.Cellules.Index())
                {
                    if (cellule?.Trim() is { Length: > 0 } valeur)
                    {
                        exemples.TryAdd(rang, valeur.Length > ExempleMax ? $"{valeur[..ExempleMax]}…" : valeur);
                    }
                }
            }
        }
        catch (TableauIllisibleException)
        {
            // Its reading will say why: here it only has no example.
        }

        return exemples;
    }
}
