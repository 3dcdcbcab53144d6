using FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Norme.Ecriture;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Kernel.Fichiers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.VerifierUnFichier;

/// <summary>A producer checks its file, without account. Nothing is kept.</summary>
internal sealed class IndexModel(ValidationDesLieux validation, SchemaDesLieux schema, DefautsEnCsv enCsv) : PageModel
{
    public const int TailleMaxMo = 8;

    private const int TailleMax = TailleMaxMo * 1024 * 1024;

    /// <summary>Longest check. A file of 8 MB takes two seconds.</summary>
    private static readonly TimeSpan DureeMax = TimeSpan.FromSeconds(30);

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    /// <summary>True for the rules of the standard alone.</summary>
    [BindProperty]
    public bool NormeSeule { get; set; }

    public BilanDeValidation? Bilan { get; private set; }

    public string? NomDuFichier { get; private set; }

    public IReadOnlyList<DefautsDUneRegle> Defauts { get; private set; } = [];

    /// <summary>All of them, sealed, for the download.</summary>
    public string? Scelle { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        // What is in the file may speak of persons: the answer isn't kept by anybody.
        Response.Headers.CacheControl = "no-cache, no-store";
        if (Fichier is not { Length: > 0 })
        {
            return Refuser(MotsVerification.T("ALire.Vide"));
        }

        if (Fichier.Length > TailleMax)
        {
            return Refuser(MotsVerification.T("Gros", TailleMaxMo));
        }

        if (Fichier.Refus(TailleMax) is { } refus)
        {
            return Refuser(MotsVerification.T("Illisible", refus));
        }

        using var limite = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        limite.CancelAfter(DureeMax);
        try
        {
            var (groupes, lignes) = (new DefautsGroupes(), new DefautsEnCsv.Releve());
            using var lu = LectureFichier.Ouvrir(await Ouverture.DeplierAsync(Fichier.OpenReadStream(), limite.Token));
            Bilan = validation.Valider(lu, toutes: !NormeSeule, Noter, limite.Token);
            Scelle = lignes.Nombre > 0 ? enCsv.Sceller(lignes) : null;
            NomDuFichier = NomDeFichier.Propre(Fichier.FileName, FichiersRecus.NomMax);
            var titres = ReglesDeLaNorme.Toutes(schema).Concat(ReglesFaireAvec.Toutes).GroupBy(r => r.Code, StringComparer.Ordinal).ToDictionary(r => r.Key, r => r.First().Titre, StringComparer.Ordinal);
            Defauts = groupes.Lister(code => titres.GetValueOrDefault(code) ?? MotsDonnees.T("Norme.Regle.Valeur"));
            return Page();

            void Noter(Defaut defaut)
            {
                groupes.Noter(defaut);
                lignes.Noter(defaut);
            }
        }
        catch (FichierIllisibleException e)
        {
            return Refuser(MotsVerification.T("Illisible", e.Message));
        }
        catch (OperationCanceledException) when (!annulation.IsCancellationRequested)
        {
            return Refuser(MotsVerification.T("Long"));
        }
    }

    /// <summary>The defects that the page carried, as a file.</summary>
    public IActionResult OnPostDefauts(string? scelle)
    {
        Response.Headers.CacheControl = "no-store";
        return enCsv.Ouvrir(scelle) is { } csv ? File(csv, "text/csv; charset=utf-8", "defauts.csv") : Refuser(MotsVerification.T("Csv.Perime"));
    }

    /// <summary>The template to fill.</summary>
    public IActionResult OnGetModele(string? format)
    {
        if (format == "xlsx")
        {
            using var classeur = new MemoryStream();
            ModeleDeFichier.Xlsx(schema, classeur);
            return File(classeur.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ModeleDeFichier.NomXlsx);
        }

        return format == "csv" ? File(ModeleDeFichier.Csv(schema), "text/csv; charset=utf-8", ModeleDeFichier.NomCsv) : NotFound();
    }

    private PageResult Refuser(string phrase)
    {
        ModelState.AddModelError(nameof(Fichier), phrase);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
