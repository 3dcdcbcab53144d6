using System.Globalization;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>A page about one import: its author's, or not found.</summary>
internal abstract class PageDImport(ImportsDuMediateur imports, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public ImportDActivites Import { get; private set; } = null!;

    protected ImportsDuMediateur Imports => imports;

    protected Identite Moi => demandeur.Identite!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await imports.TrouverAsync(Id, Moi.Compte, context.HttpContext.RequestAborted) is not { } import)
        {
            context.Result = NotFound();
            return;
        }

        Import = import;
        await next();
    }

    /// <summary>Reads it again, as somebody else may have left it.</summary>
    protected async Task RechargerAsync(CancellationToken annulation) => Import = await imports.TrouverAsync(Id, Moi.Compte, annulation) ?? Import;

    public static string Nombre(int nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);

    public static string Nombre(long nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>« +3 », « −12 ».</summary>
    public static string Ecart(long nombre) => nombre == 0 ? "0" : $"{(nombre > 0 ? "+" : "−")}{Math.Abs(nombre).ToString("N0", CultureInfo.CurrentCulture)}";

    public static VariantePastille Variante(EtatDImport etat) => etat switch
    {
        EtatDImport.Termine => VariantePastille.Ouvert,
        EtatDImport.Refuse => VariantePastille.Ferme,
        EtatDImport.Annule or EtatDImport.Abandonne => VariantePastille.Calme,
        _ => VariantePastille.Miel,
    };
}
