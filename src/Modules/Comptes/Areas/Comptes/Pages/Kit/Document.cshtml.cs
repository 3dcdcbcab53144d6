using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Kit;

/// <summary>One document, filled for the organisation that one works for: to print, or to download.</summary>
internal sealed class DocumentModel(DocumentsDuKit documents, FaireAvecDb db, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    public string Cle { get; private set; } = "";

    public IReadOnlyList<Bloc> Blocs { get; private set; } = [];

    public bool EnGrand => DocumentsDuKit.EnGrand(Cle);

    public async Task<IActionResult> OnGetAsync(string? document, CancellationToken annulation)
    {
        if (document is null || !DocumentsDuKit.Cles.Contains(document, StringComparer.Ordinal))
        {
            return NotFound();
        }

        Cle = document;
        Blocs = documents.Lire(document, await ValeursAsync(annulation));
        return this.LireParmi("format", "odt", "html", "txt") switch
        {
            "odt" => File(DocumentsDuKit.EnOdt(Blocs, EnGrand), "application/vnd.oasis.opendocument.text", $"{document}.odt"),
            "html" => File(DocumentsDuKit.EnHtml(Blocs, EnGrand), "text/html; charset=utf-8", $"{document}.html"),
            "txt" => File(DocumentsDuKit.EnTexte(Blocs), "text/plain; charset=utf-8", $"{document}.txt"),
            _ => Page(),
        };
    }

    private async Task<IReadOnlyDictionary<string, string>> ValeursAsync(CancellationToken annulation)
    {
        var id = demandeur.Identite!.Organisation;
        var organisation = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == id).Select(o => new { o.Nom, o.TypeIdentification, o.Numero }).SingleOrDefaultAsync(annulation);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["organisation"] = organisation is null ? "………………………" : string.Concat(organisation.Nom.Where(c => !char.IsControl(c))),
            ["numero"] = organisation is null || organisation.TypeIdentification == TypeIdentification.Interne ? MotsDonneesPersonnelles.T("Kit.SansNumero") : $"{organisation.TypeIdentification.ToString().ToUpperInvariant()} {organisation.Numero}",
            ["jour"] = MotsDonneesPersonnelles.Jour(DelaiDeReponse.Jour(horloge.GetUtcNow())),
            ["contact"] = "………………………",
        };
    }
}
