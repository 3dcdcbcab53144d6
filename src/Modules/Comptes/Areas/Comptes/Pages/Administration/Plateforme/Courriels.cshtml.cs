using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>To whom mail was handed over, of which kind, and whether it was. Neither subject nor words are kept.</summary>
internal sealed class CourrielsModel(FaireAvecDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Etat { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Courriel> Lignes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        var motif = Affichage.Recherche(Cherche) is { } texte ? MotifSql.Contient(texte) : "%";
        var etat = Etat is "envoye" or "echec" ? Etat : null;
        Total = await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM noyau.courriels WHERE (destinataire ILIKE {motif} OR categorie ILIKE {motif}) AND ({etat == null} OR etat = {etat})").SingleAsync(annulation);
        var saut = (NumeroDePage - 1) * Affichage.ParPage;
        Lignes = await db.Database.SqlQuery<Courriel>($"""
            SELECT destinataire, categorie, instant, etat, erreur FROM noyau.courriels WHERE (destinataire ILIKE {motif} OR categorie ILIKE {motif}) AND ({etat == null} OR etat = {etat})
            ORDER BY instant DESC, id DESC OFFSET {saut} LIMIT {Affichage.ParPage}
            """).ToListAsync(annulation);
    }

    /// <param name="Destinataire">Address.</param>
    /// <param name="Categorie">Kind.</param>
    /// <param name="Instant">When.</param>
    /// <param name="Etat">"envoye" or "echec".</param>
    /// <param name="Erreur">Why it wasn't.</param>
    internal sealed record Courriel(string Destinataire, string Categorie, DateTimeOffset Instant, string Etat, string? Erreur);
}
