using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>One client: what it may do, its secrets, its use of the last thirty days.</summary>
internal sealed class ClientModel(FaireAvecDb db, GestionDesClients gestion, Demandeur demandeur, TableDesDroits table, INomsDesComptes noms, TimeProvider horloge) : PageDeClient(gestion, demandeur)
{
    private const int Jours = 30;

    /// <summary>Days before the end of the last secret from which the page warns.</summary>
    private const int AlerteJours = 30;

    private static readonly string[] Faits = ["modifie", "secret-retire", "retire"];

    public string Organisation { get; private set; } = "";

    public string? Responsable { get; private set; }

    public string? Fait { get; private set; }

    public string? Alerte { get; private set; }

    public IReadOnlyList<(string Etendue, string Libelle)> Etendues { get; private set; } = [];

    public IReadOnlyList<SecretDeClient> Secrets { get; private set; } = [];

    public IReadOnlyList<UsageDuJour> Usages { get; private set; } = [];

    protected override bool DemandeUnClientOuvert => false;

    public async Task OnGetAsync([FromQuery] string? fait, CancellationToken annulation)
    {
        Fait = Faits.Contains(fait) ? fait : null;
        var maintenant = horloge.GetUtcNow();
        Organisation = await db.Set<Organisation>().Where(o => o.Id == Client.Organisation).Select(o => o.Nom).SingleAsync(annulation);
        Responsable = await noms.NomAsync(Client.Responsable?.ToString(), annulation);
        var connues = table.Etendues.ToDictionary(e => e.Etendue, e => string.Join(" ; ", e.Regles.Select(r => r.Libelle)), StringComparer.Ordinal);
        Etendues = [.. Client.Etendues.Select(e => (e, connues.GetValueOrDefault(e) ?? MotsClients.T("Client.Etendue.Disparue")))];
        Secrets = await db.Set<SecretDeClient>().AsNoTracking().Where(s => s.Client == Id && s.ExpireLe > maintenant).OrderBy(s => s.CreeLe).ToListAsync(annulation);
        Alerte = Secrets.Count == 0 ? MotsClients.T("Client.Alerte.Expire") : Secrets.Max(s => s.ExpireLe) is var fin && fin < maintenant.AddDays(AlerteJours) ? MotsClients.T("Client.Alerte.Bientot", Affichage.Jour(fin)) : null;
        var aujourdhui = JourDeParis.De(maintenant);
        var depuis = aujourdhui.AddDays(1 - Jours);
        var lus = await db.Database.SqlQuery<UsageDuJour>($"SELECT jour, demandes, refusees, limitees, pannes FROM comptes.usages_de_client WHERE client = {Id} AND jour >= {depuis}").ToDictionaryAsync(u => u.Jour, annulation);
        // A day without a line is a day without a request: it is counted, not unknown.
        Usages = lus.Count == 0 ? [] : [.. Enumerable.Range(0, Jours).Select(i => depuis.AddDays(i)).Select(j => lus.GetValueOrDefault(j) ?? new UsageDuJour(j, 0, 0, 0, 0))];
    }

    /// <param name="Jour">The day in Paris.</param>
    /// <param name="Demandes">All the requests.</param>
    /// <param name="Refusees">Of them, refused.</param>
    /// <param name="Limitees">Sent back because of the limit.</param>
    /// <param name="Pannes">That we failed.</param>
    internal sealed record UsageDuJour(DateOnly Jour, long Demandes, long Refusees, long Limitees, long Pannes);
}
