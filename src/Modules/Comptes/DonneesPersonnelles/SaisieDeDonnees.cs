using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FaireAvec.Comptes.DonneesPersonnelles;

internal static class SaisieDeDonnees
{
    /// <summary>What is refused is said beside its field, or above the page when it has none.</summary>
    public static void Dire(this ModelStateDictionary etat, Erreur erreur) => etat.AddModelError(erreur.Champ ?? "", erreur.Message);
}
