using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MesDonnees;

/// <summary>A code to read out to the support, which may then look at one's screen for thirty minutes.</summary>
internal sealed class AssistanceModel(RegardDuSupport regard, FaireAvecDb db, Demandeur demandeur, INomsDesComptes noms) : PageModel
{
    /// <summary>Shown once, on the answer to the form: it isn't kept.</summary>
    public string? Code { get; private set; }

    public DateTimeOffset ExpireLe { get; private set; }

    /// <summary>The times when the support looked.</summary>
    public IReadOnlyList<(DateTimeOffset Instant, string? Qui, string? Pourquoi)> Regards { get; private set; } = [];

    public Task OnGetAsync(CancellationToken annulation) => ListerAsync(annulation);

    public async Task OnPostAsync(CancellationToken annulation)
    {
        (Code, ExpireLe) = await regard.NouveauCodeAsync(annulation);
        await ListerAsync(annulation);
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        var (compte, quoi) = (demandeur.Identite!.Compte, Ressources.MotsDonneesPersonnelles.T("Consultation.Regard"));
        var regards = new List<(DateTimeOffset, string?, string?)>();
        foreach (var c in await db.Set<Consultation>().AsNoTracking().Where(c => c.Personne == compte && c.Quoi == quoi).OrderByDescending(c => c.Instant).Take(20).ToListAsync(annulation))
        {
            regards.Add((c.Instant, await noms.NomAsync(c.Par.ToString(), annulation), c.Pourquoi));
        }

        Regards = regards;
    }
}
