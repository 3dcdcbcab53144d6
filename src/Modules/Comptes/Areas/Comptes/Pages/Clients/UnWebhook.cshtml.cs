using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>One webhook: its deliveries, and what may be done about them. Only acts that can be done again stand here, each by its own button.</summary>
internal sealed class UnWebhookModel(FaireAvecDb db, GestionDesWebhooks webhooks, GestionDesClients gestion, Demandeur demandeur) : PageDeClient(gestion, demandeur)
{
    private static readonly string[] Faits = ["essai", "suspendu", "repris", "rejoue"];

    [BindProperty(SupportsGet = true, Name = "webhook")]
    public Guid IdDuWebhook { get; set; }

    public Webhook Webhook { get; private set; } = null!;

    public string? Fait { get; private set; }

    /// <summary>The new secret, in this answer and never again.</summary>
    public string? NouveauSecret { get; private set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public int Abandonnees { get; private set; }

    public IReadOnlyList<Livraison> Lignes { get; private set; } = [];

    protected override bool DemandeUnClientOuvert => false;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? fait, CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        Fait = Faits.Contains(fait) ? fait : null;
        NumeroDePage = Request.NumeroDePage();
        var comptes = await db.Database.SqlQuery<Comptes>($"""SELECT count(*)::int AS "Total", (count(*) FILTER (WHERE prochain_essai IS NULL AND recue_le IS NULL))::int AS "Abandonnees" FROM comptes.livraisons_de_webhook WHERE webhook = {IdDuWebhook}""").SingleAsync(annulation);
        (Total, Abandonnees) = (comptes.Total, comptes.Abandonnees);
        var saut = (NumeroDePage - 1) * Affichage.ParPage;
        Lignes = await db.Database.SqlQuery<Livraison>($"""
            SELECT id AS "Id", evenement AS "Evenement", nom AS "Nom", cree_le AS "CreeLe", essais AS "Essais", prochain_essai AS "ProchainEssai", recue_le AS "RecueLe", statut AS "Statut", erreur AS "Erreur", duree_ms AS "DureeMs"
            FROM comptes.livraisons_de_webhook WHERE webhook = {IdDuWebhook} ORDER BY cree_le DESC, id DESC OFFSET {saut} LIMIT {Affichage.ParPage}
            """).ToListAsync(annulation);
        return Page();
    }

    public Task<IActionResult> OnPostEssaiAsync(CancellationToken annulation) => FaireAsync("essai", async () =>
    {
        if (Webhook.Etat != EtatDeWebhook.Actif)
        {
            return false;
        }

        await webhooks.EssayerAsync(Webhook, annulation);
        return true;
    }, annulation);

    public Task<IActionResult> OnPostSuspendreAsync(CancellationToken annulation) => FaireAsync("suspendu", async () => (await webhooks.PasserAsync(Webhook, EtatDeWebhook.Suspendu, annulation)).Reussi, annulation);

    public Task<IActionResult> OnPostReprendreAsync(CancellationToken annulation) => FaireAsync("repris", async () => (await webhooks.PasserAsync(Webhook, EtatDeWebhook.Actif, annulation)).Reussi, annulation);

    public Task<IActionResult> OnPostRejouerAsync([FromForm] Guid? livraison, CancellationToken annulation) => FaireAsync("rejoue", async () => await webhooks.RejouerAsync(Webhook, livraison, annulation) > 0, annulation);

    public async Task<IActionResult> OnPostSecretAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        if (Client.RevoqueLe is not null)
        {
            return Redirect(LiensDAdministration.Webhook(Id, IdDuWebhook));
        }

        NouveauSecret = await webhooks.RenouvelerAsync(Webhook, annulation);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    // What can't be done any more (somebody did it first) shows the page as it is now.
    private async Task<IActionResult> FaireAsync(string fait, Func<Task<bool>> acte, CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        return Redirect(Client.RevoqueLe is null && await acte() ? $"{LiensDAdministration.Webhook(Id, IdDuWebhook)}?fait={fait}" : LiensDAdministration.Webhook(Id, IdDuWebhook));
    }

    private async Task<bool> TrouverAsync(CancellationToken annulation)
    {
        if (await db.Set<Webhook>().FirstOrDefaultAsync(w => w.Id == IdDuWebhook && w.Client == Id, annulation) is not { } trouve)
        {
            return false;
        }

        Webhook = trouve;
        return true;
    }

    /// <param name="Id">Its id.</param>
    /// <param name="Evenement">Id of the event.</param>
    /// <param name="Nom">Name of the event.</param>
    /// <param name="CreeLe">When it was put in the queue.</param>
    /// <param name="Essais">Tries made.</param>
    /// <param name="ProchainEssai">Null when there will be none.</param>
    /// <param name="RecueLe">When the receiver took it.</param>
    /// <param name="Statut">Status of the last answer.</param>
    /// <param name="Erreur">What went wrong at the last try.</param>
    /// <param name="DureeMs">How long the last try took.</param>
    internal sealed record Livraison(Guid Id, Guid Evenement, string Nom, DateTimeOffset CreeLe, int Essais, DateTimeOffset? ProchainEssai, DateTimeOffset? RecueLe, int? Statut, string? Erreur, int? DureeMs);

    private sealed record Comptes(int Total, int Abandonnees);
}
