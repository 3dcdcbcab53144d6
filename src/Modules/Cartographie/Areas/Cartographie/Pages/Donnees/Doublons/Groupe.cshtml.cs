using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>One place made of several records: who says what, and which record gave each field.</summary>
internal sealed class GroupeModel(FaireAvecDb db, CatalogueLieux catalogue, TimeProvider horloge) : PageDeGroupe(db, catalogue)
{
    public string MisAJour(Lieu l) => Ecran.Jour(DateDeMiseAJour.Croyable(l.DateMaj, Ecran.JourDeParis(horloge.GetUtcNow())));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation) => await TrouverAsync(id, annulation) ? Page() : NotFound();
}
