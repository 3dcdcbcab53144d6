using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Correspondances;

/// <summary>
/// The mapping of a source: its document is written, tried on the first rows of a file, then kept as a new version. A version is never changed; an older
/// one may be put back in force.
/// </summary>
[RequestSizeLimit(TailleMax + Marge)]
[RequestFormLimits(MultipartBodyLengthLimit = TailleMax + Marge, ValueLengthLimit = Marge)]
internal sealed class IndexModel(FaireAvecDb db, RegistreDesSources registre, OutilsDeLecture outils, RecuperationDeFichier recuperation) : PageModel
{
    public const int TailleMaxMo = 20;

    private const int TailleMax = TailleMaxMo * 1024 * 1024;
    private const int Marge = 2 * 1024 * 1024;

    /// <summary>Version shown in the field; the one in force when there is none.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Note { get; set; }

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    /// <summary>The rows of the file that was given before, as JSON lines.</summary>
    [BindProperty]
    public string? Echantillon { get; set; }

    public Source Source { get; private set; } = null!;

    public IReadOnlyList<VersionDeCorrespondance> Versions { get; private set; } = [];

    public ApercuDeCorrespondance? Apercu { get; private set; }

    public async Task<IActionResult> OnGetAsync(string source, CancellationToken annulation)
    {
        if (!await TrouverAsync(source, annulation))
        {
            return NotFound();
        }

        var numero = Version ?? Source.VersionEnCours;
        var montree = Versions.FirstOrDefault(v => v.Version == numero);
        if (Version is not null && montree is null)
        {
            return NotFound();
        }

        Document = montree?.Document ?? MotsDonnees.T("Correspondance.Depart", Source.Code, Ecran.NomDe(Source));
        return Page();
    }

    /// <param name="source">Code of the source.</param>
    /// <param name="geste">"apercu" (on the file given, else on the rows given before), "adresse" (on the source's own file) or "enregistrer".</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<IActionResult> OnPostAsync(string source, string? geste, CancellationToken annulation)
    {
        if (!await TrouverAsync(source, annulation))
        {
            return NotFound();
        }

        var document = Document?.ReplaceLineEndings("\n") ?? "";
        var lue = Correspondance.Lire(document);
        foreach (var erreur in lue.Erreurs)
        {
            ModelState.AddModelError(nameof(Document), erreur.Champ is { Length: > 0 } chemin ? $"{chemin} : {erreur.Message}" : erreur.Message);
        }

        if (document.Length > VersionDeCorrespondance.DocumentMax)
        {
            ModelState.AddModelError(nameof(Document), MotsDonnees.T("Correspondance.Long", VersionDeCorrespondance.DocumentMax));
        }

        if (geste == "enregistrer" && (string.IsNullOrWhiteSpace(Note) || Note.Trim().Length > VersionDeCorrespondance.NoteMax))
        {
            ModelState.AddModelError(nameof(Note), string.IsNullOrWhiteSpace(Note) ? MotsDonnees.T("Correspondance.Note.Vide") : MotsDonnees.T("Doublons.Motif.Long", VersionDeCorrespondance.NoteMax));
        }

        if (geste == "enregistrer")
        {
            this.TextesLibresAcceptes();
        }

        if (ModelState.IsValid && geste == "enregistrer")
        {
            var ajoutee = await registre.AjouterCorrespondanceAsync(source, document, Note!.Trim(), annulation);
            if (ajoutee.Reussi)
            {
                return Redirect($"{LiensDonnees.Correspondance(source)}?fait=enregistree");
            }

            ModelState.Dire(ajoutee.Erreurs, _ => nameof(Document));
        }
        else if (ModelState.IsValid)
        {
            await MontrerAsync(lue.Valeur, geste == "adresse", annulation);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    /// <summary>Puts a version in force again; none: the file follows the standard.</summary>
    public async Task<IActionResult> OnPostActiverAsync(string source, int? version, CancellationToken annulation)
    {
        if (!await TrouverAsync(source, annulation) || !(await registre.ActiverVersionAsync(source, version, annulation)).Reussi)
        {
            return NotFound();
        }

        return Redirect($"{LiensDonnees.Correspondance(source)}?fait=remise");
    }

    private async Task MontrerAsync(Correspondance correspondance, bool aLAdresse, CancellationToken annulation)
    {
        try
        {
            if (aLAdresse)
            {
                var recupere = await recuperation.RecupererAsync(new Uri(Source.Url!), null, null, null, annulation);
                if (!recupere.Reussi)
                {
                    ModelState.AddModelError(nameof(Fichier), recupere.Erreur!.Message);
                    return;
                }

                Echantillon = await EchantillonDeFichier.PrendreAsync(recupere.Valeur.Contenu!, correspondance.Lecture, annulation);
            }
            else if (Fichier is { Length: > 0 })
            {
                if (Fichier.Refus(Fichier.Length) is { } refus)
                {
                    ModelState.AddModelError(nameof(Fichier), refus);
                    return;
                }

                Echantillon = await EchantillonDeFichier.PrendreAsync(Fichier.OpenReadStream(), correspondance.Lecture, annulation);
            }

            if (string.IsNullOrWhiteSpace(Echantillon) || Echantillon.Length > EchantillonDeFichier.TailleMax)
            {
                ModelState.AddModelError(nameof(Fichier), MotsDonnees.T("Correspondance.Fichier.Vide"));
                return;
            }

            // The field holds the rows now, whatever was sent.
            ModelState.Remove(nameof(Echantillon));
            using var fichier = EchantillonDeFichier.Ouvrir(Echantillon);
            Apercu = outils.Atelier.Apercu(correspondance, fichier);
        }
        catch (FichierIllisibleException e)
        {
            ModelState.AddModelError(nameof(Fichier), e.Message);
        }
    }

    private async Task<bool> TrouverAsync(string code, CancellationToken annulation)
    {
        if (await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return false;
        }

        Source = source;
        Versions = await db.Set<VersionDeCorrespondance>().AsNoTracking().Where(v => v.Source == code).OrderByDescending(v => v.Version).ToListAsync(annulation);
        return true;
    }
}
