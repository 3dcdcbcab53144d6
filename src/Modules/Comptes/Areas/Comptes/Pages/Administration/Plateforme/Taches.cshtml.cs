using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>The scheduled jobs as the scheduler's tables tell, whatever the node, and those that failed.</summary>
internal sealed class TachesModel(FaireAvecDb db, TableDesDroits table, Demandeur demandeur) : PageModel
{
    public bool Fait { get; private set; }

    public bool PeutLancer => table.Permet(demandeur.Identite, DroitsDesComptes.GererLaPlateforme);

    public IReadOnlyList<(string Nom, DateTimeOffset? Derniere, DateTimeOffset? Prochaine)> Lignes { get; private set; } = [];

    public IReadOnlyList<Echec> Echecs { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] string? fait, CancellationToken annulation)
    {
        Fait = fait == "lancee";
        // The scheduler writes instants in ticks of UTC.
        var declencheurs = await db.Database.SqlQuery<Declencheur>($"SELECT job_name AS nom, max(prev_fire_time)::bigint AS derniere, min(next_fire_time)::bigint AS prochaine FROM taches.qrtz_triggers GROUP BY job_name ORDER BY job_name").ToListAsync(annulation);
        Lignes = [.. declencheurs.Select(d => (d.Nom, Instant(d.Derniere), Instant(d.Prochaine)))];
        Echecs = await db.Database.SqlQuery<Echec>($"SELECT tache, instant, essais, erreur FROM noyau.taches_echouees WHERE relancee_le IS NULL ORDER BY instant DESC LIMIT 100").ToListAsync(annulation);
    }

    private static DateTimeOffset? Instant(long? tics) => tics is > 0 ? new DateTimeOffset(tics.Value, TimeSpan.Zero) : null;

    /// <param name="Tache">Name of the job.</param>
    /// <param name="Instant">When it was given up.</param>
    /// <param name="Essais">Tries.</param>
    /// <param name="Erreur">Why.</param>
    internal sealed record Echec(string Tache, DateTimeOffset Instant, int Essais, string Erreur);

    private sealed record Declencheur(string Nom, long? Derniere, long? Prochaine);
}
