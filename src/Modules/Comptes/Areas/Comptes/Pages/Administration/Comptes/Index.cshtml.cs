using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Comptes;

/// <summary>The accounts of those who work. Nobody who is helped is here.</summary>
internal sealed class IndexModel(FaireAvecDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Etat { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Compte> Lignes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        var requete = db.Set<Compte>().AsNoTracking();
        if (Affichage.Recherche(Cherche) is { } texte)
        {
            var motif = MotifSql.Contient(texte);
            requete = requete.Where(c => EF.Functions.ILike(c.Prenom + " " + c.Nom, motif, "\\") || EF.Functions.ILike(c.Courriel, motif, "\\"));
        }

        if (Enum.TryParse<EtatDeCompte>(Etat, out var etat) && Enum.IsDefined(etat))
        {
            requete = requete.Where(c => c.Etat == etat);
        }

        Total = await requete.CountAsync(annulation);
        Lignes = await requete.OrderBy(c => c.Nom).ThenBy(c => c.Prenom).ThenBy(c => c.Id).Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage).ToListAsync(annulation);
    }
}
