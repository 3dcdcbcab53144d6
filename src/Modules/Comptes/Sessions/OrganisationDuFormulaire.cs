using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Sessions;

/// <summary>
/// The token of a form names the organisation that one worked for when it was shown. Changed in another tab meanwhile, the form is refused: what was written
/// for one never lands in another. One's own account, the choice of the organisation and the way out belong to none.
/// </summary>
internal sealed class OrganisationDuFormulaire : IAntiforgeryAdditionalDataProvider
{
    private static readonly string[] DePersonne = [LiensComptes.Deconnexion, LiensComptes.ChoisirLOrganisation, LiensComptes.Connexion, LiensComptes.MonCompte, LiensMembres.Conditions, LiensMembres.Invitation("").TrimEnd('/')];

    public string GetAdditionalData(HttpContext context) => Organisation(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        // Shown before there was one, a form belongs to none.
        additionalData.Length == 0 || additionalData == Organisation(context) || DePersonne.Any(d => context.Request.Path.StartsWithSegments(d, StringComparison.Ordinal));

    private static string Organisation(HttpContext contexte) => contexte.RequestServices.GetRequiredService<Demandeur>().Identite?.Organisation?.ToString("N") ?? "";
}
