using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Exploitation;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>Where those who run the platform begin: what needs them, and what browsers refused.</summary>
internal sealed class IndexModel(FaireAvecDb db, ReglagesVivants reglages, TimeProvider horloge) : PageModel
{
    private const int Jours = 30;

    public Maintenance? Maintenance => reglages.EnCours;

    public long Taches { get; private set; }

    public long Evenements { get; private set; }

    public long Courriels { get; private set; }

    public IReadOnlyList<RapportCsp> Rapports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var depuis = horloge.GetUtcNow().AddDays(-1);
        var jour = JourDeParis.De(horloge.GetUtcNow()).AddDays(-Jours);
        Taches = await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM noyau.taches_echouees WHERE relancee_le IS NULL").SingleAsync(annulation);
        Evenements = await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM noyau.livraisons WHERE morte_le IS NOT NULL").SingleAsync(annulation);
        Courriels = await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM noyau.courriels WHERE etat = 'echec' AND instant > {depuis}").SingleAsync(annulation);
        Rapports = await db.Database.SqlQuery<RapportCsp>($"SELECT directive, origine, sum(nombre)::bigint AS nombre, max(jour) AS dernier FROM noyau.rapports_csp WHERE jour > {jour} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2").ToListAsync(annulation);
    }

    /// <param name="Directive">The directive of the policy.</param>
    /// <param name="Origine">Kind of what was refused.</param>
    /// <param name="Nombre">Reports in thirty days.</param>
    /// <param name="Dernier">Last day.</param>
    internal sealed record RapportCsp(string Directive, string Origine, long Nombre, DateOnly Dernier);
}
