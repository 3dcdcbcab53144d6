using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;

/// <summary>The right of the pages of those who keep the data, and what goes with it.</summary>
internal static class ConventionsDesGestionnaires
{
    public static PageConventionCollection PourLesGestionnaires(this PageConventionCollection pages, string dossier)
    {
        pages.AddAreaFolderApplicationModelConvention("Cartographie", dossier, modele => modele.Filters.Add(new NavigationDesDonnees()));
        return pages.Professionnelles("Cartographie", dossier, DroitsDesLieux.GererLesDonnees);
    }
}
