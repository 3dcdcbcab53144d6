using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>The person gives nothing, or refuses to be followed: nothing is kept, and the help is the same.</summary>
internal sealed class SansNomModel : PageModel
{
    /// <summary>Where an act without a name is recorded.</summary>
    public const string NoterUneActivite = "/activites/nouvelle";
}
