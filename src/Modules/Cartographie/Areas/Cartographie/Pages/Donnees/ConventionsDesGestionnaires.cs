using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;

/// <summary>The right of the pages of those who keep the data, and what goes with it.</summary>
internal static class ConventionsDesGestionnaires
{
    public static PageConventionCollection PourLesGestionnaires(this PageConventionCollection pages, string dossier)
    {
        pages.AddAreaFolderApplicationModelConvention("Cartographie", dossier, modele =>
        {
            modele.Filters.Add(new EnFrancais());
            modele.Filters.Add(new EnGestionnaire());
            // Somebody who reviews takes hundreds of decisions in an hour; the limit of forms is for people of whom nothing is known.
            modele.EndpointMetadata.Add(new DisableRateLimitingAttribute());
        });
        return pages.Droit("Cartographie", dossier, DroitRequis.Demonstration);
    }

    /// <summary>A public folder whose words are in French only.</summary>
    public static PageConventionCollection EnFrancaisSeulement(this PageConventionCollection pages, string dossier)
    {
        pages.AddAreaFolderApplicationModelConvention("Cartographie", dossier, modele => modele.Filters.Add(new EnFrancais()));
        return pages;
    }
}
