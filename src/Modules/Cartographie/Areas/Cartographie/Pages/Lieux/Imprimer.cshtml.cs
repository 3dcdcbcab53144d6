using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Territoires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>The sheet to print and to give to a person, with a code that leads to the page.</summary>
internal sealed class ImprimerModel(CatalogueLieux catalogue, ITerritoires territoires, TimeProvider horloge) : LieuModel(catalogue, territoires, horloge)
{
    public override IActionResult OnGet(string cle) => Trouver(cle, Liens.Imprimer) ?? Montrer();

    public string EditeLe => DateEnMots(DateOnly.FromDateTime(Maintenant.UtcDateTime));
}
