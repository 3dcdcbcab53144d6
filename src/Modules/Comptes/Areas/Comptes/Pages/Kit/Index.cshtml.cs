using FaireAvec.Comptes.DonneesPersonnelles;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Kit;

/// <summary>The documents for an organisation without a data protection officer.</summary>
internal sealed class IndexModel : PageModel
{
    public static IReadOnlyList<string> Documents => DocumentsDuKit.Cles;
}
