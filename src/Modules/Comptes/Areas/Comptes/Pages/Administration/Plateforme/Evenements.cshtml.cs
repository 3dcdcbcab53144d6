using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>The outbox: what waits, what was given up and why.</summary>
internal sealed class EvenementsModel(FaireAvecDb db, TableDesDroits table, Demandeur demandeur) : PageModel
{
    public bool Fait { get; private set; }

    public bool PeutRejouer => table.Permet(demandeur.Identite, DroitsDesComptes.GererLaPlateforme);

    public long EnAttente { get; private set; }

    public DateTimeOffset? PlusAncienne { get; private set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<LivraisonMorte> Mortes { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] string? fait, CancellationToken annulation)
    {
        Fait = fait == "rejoue";
        NumeroDePage = Request.NumeroDePage();
        var attente = await db.Database.SqlQuery<Attente>($"SELECT count(*) AS \"Nombre\", min(e.instant) AS \"Ancienne\" FROM noyau.livraisons l JOIN noyau.evenements e ON e.id = l.evenement WHERE l.livree_le IS NULL AND l.morte_le IS NULL").SingleAsync(annulation);
        (EnAttente, PlusAncienne) = (attente.Nombre, attente.Ancienne);
        Total = await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM noyau.livraisons WHERE morte_le IS NOT NULL").SingleAsync(annulation);
        var saut = (NumeroDePage - 1) * Affichage.ParPage;
        Mortes = await db.Database.SqlQuery<LivraisonMorte>($"""
            SELECT l.evenement, e.nom, l.gestionnaire, l.morte_le AS morte, l.erreur FROM noyau.livraisons l JOIN noyau.evenements e ON e.id = l.evenement
            WHERE l.morte_le IS NOT NULL ORDER BY l.morte_le DESC, l.evenement OFFSET {saut} LIMIT {Affichage.ParPage}
            """).ToListAsync(annulation);
    }

    /// <param name="Evenement">Its id.</param>
    /// <param name="Nom">Its name.</param>
    /// <param name="Gestionnaire">The class that failed.</param>
    /// <param name="Morte">When it was given up.</param>
    /// <param name="Erreur">Why.</param>
    internal sealed record LivraisonMorte(Guid Evenement, string Nom, string Gestionnaire, DateTimeOffset Morte, string? Erreur);

    private sealed record Attente(long Nombre, DateTimeOffset? Ancienne);
}
