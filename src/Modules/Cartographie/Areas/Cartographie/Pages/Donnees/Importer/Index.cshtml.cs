using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Importer;

/// <summary>A file is given in the browser: read behind the page, then looked at before it is published.</summary>
[RequestSizeLimit(TailleMax + Marge)]
[RequestFormLimits(MultipartBodyLengthLimit = TailleMax + Marge)]
internal sealed class IndexModel(FaireAvecDb db, RegistreDesSources registre, TravauxDImport travaux, ContexteEcriture ecriture) : PageModel
{
    public const int TailleMaxMo = 50;

    /// <summary>Answer of the list that stands for a source to be made.</summary>
    public const string Nouvelle = "nouvelle-source";

    private const int TailleMax = TailleMaxMo * 1024 * 1024;

    // The other fields, and what the form puts around the file.
    private const int Marge = 64 * 1024;

    [BindProperty(SupportsGet = true, Name = "source")]
    public string? Source { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    /// <summary>"essai" (looked at first) or "publier".</summary>
    [BindProperty]
    public string? Mode { get; set; } = "essai";

    public IReadOnlyList<OptionDeChamp> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation) => await LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        if (Mode is not ("essai" or "publier"))
        {
            ModelState.AddModelError(nameof(Mode), MotsDonnees.T("Importer.Mode.Vide"));
        }

        if (Fichier is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Fichier), MotsDonnees.T("Importer.Fichier.Vide"));
        }
        else if (Fichier.Length > TailleMax)
        {
            ModelState.AddModelError(nameof(Fichier), MotsDonnees.T("Importer.Fichier.Gros", TailleMaxMo));
        }
        else if (Fichier.Refus(TailleMax) is { } refus)
        {
            ModelState.AddModelError(nameof(Fichier), refus);
        }

        var code = ModelState.IsValid ? await SourceAsync(annulation) : null;
        if (code is null)
        {
            if (Fichier is { Length: > 0 and <= TailleMax })
            {
                // A browser never gives a file back: the person is told to choose it again.
                ModelState.AddModelError(nameof(Fichier), MotsDonnees.T("Importer.Fichier.Encore"));
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var copie = FichierDePassage.Ouvrir();
        try
        {
            await Fichier!.CopyToAsync(copie, annulation);
        }
        catch
        {
            await copie.DisposeAsync();
            throw;
        }

        copie.Position = 0;
        var demande = await travaux.DemanderAsync(code, new DemandeDeMoisson { Fichier = copie, NomDuFichier = NomDeFichier.Propre(Fichier.FileName, FichiersRecus.NomMax), Forcer = true, Retenir = Mode == "essai" }, ecriture.Acteur);
        if (demande.Reussi)
        {
            return Redirect(LiensDonnees.Import(demande.Valeur));
        }

        ModelState.AddModelError("", demande.Erreur!.Message);
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    /// <summary>The code of the source chosen or made; null when it can't be, and it is said.</summary>
    private async Task<string?> SourceAsync(CancellationToken annulation)
    {
        if (Source != Nouvelle)
        {
            var source = await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == Source, annulation);
            if (source is not { Etat: EtatSource.Active })
            {
                ModelState.AddModelError("source", MotsDonnees.T(source is null ? "Importer.Source.Vide" : "Importer.Source.Fermee"));
                return null;
            }

            return source.Code;
        }

        var cree = await registre.AjouterAsync(new SourceDemandee(Code?.Trim() ?? "") { Nom = Nom ?? "" }, annulation);
        ModelState.Dire(cree.Erreurs, champ => champ switch { "nom" => nameof(Nom), "code" => nameof(Code), _ => "" });
        return cree.Reussi ? cree.Valeur.Code : null;
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var sources = await db.Set<Source>().AsNoTracking().Where(s => s.Etat == EtatSource.Active && s.Code != Domain.Source.Saisie).ToListAsync(annulation);
        Sources =
        [
            new("", MotsDonnees.T("Importer.Source.Choisir")), new(Nouvelle, MotsDonnees.T("Importer.Source.Nouvelle")),
            .. sources.OrderBy(Ecran.NomDe, StringComparer.CurrentCultureIgnoreCase).Select(s => new OptionDeChamp(s.Code, Ecran.NomDe(s))),
        ];
    }
}
