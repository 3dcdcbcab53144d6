using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>The other systems that were let in. Row security shows a manager those of their organisation.</summary>
internal sealed class IndexModel(FaireAvecDb db, Demandeur demandeur, GestionDesClients gestion, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Etat { get; set; }

    public DateTimeOffset Maintenant => horloge.GetUtcNow();

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<LigneDeClient> Lignes { get; private set; } = [];

    public bool Filtree => Affichage.Recherche(Cherche) is not null || Etat is "ouverts" or "retires";

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        var requete = from c in db.Set<ClientApi>().AsNoTracking() join o in db.Set<Organisation>() on c.Organisation equals o.Id select new { Client = c, Organisation = o.Nom };
        if (!gestion.NationalPour(demandeur.Identite))
        {
            requete = requete.Where(l => l.Client.Organisation == demandeur.Identite!.Organisation);
        }

        if (Affichage.Recherche(Cherche) is { } texte)
        {
            var motif = MotifSql.Contient(texte);
            requete = requete.Where(l => EF.Functions.ILike(l.Client.Nom, motif, "\\") || EF.Functions.ILike(l.Organisation, motif, "\\"));
        }

        requete = Etat switch
        {
            "ouverts" => requete.Where(l => l.Client.RevoqueLe == null),
            "retires" => requete.Where(l => l.Client.RevoqueLe != null),
            _ => requete,
        };
        Total = await requete.CountAsync(annulation);
        var lignes = await requete.OrderBy(l => l.Client.RevoqueLe != null).ThenBy(l => l.Client.Nom).ThenBy(l => l.Client.Id)
            .Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage)
            .Select(l => new { l.Client, l.Organisation, Fin = db.Set<SecretDeClient>().Where(s => s.Client == l.Client.Id).Max(s => (DateTimeOffset?)s.ExpireLe) }).ToListAsync(annulation);
        var (ids, depuis) = (lignes.Select(l => l.Client.Id).ToArray(), JourDeParis.De(Maintenant).AddDays(-6));
        var demandes = await db.Database.SqlQuery<Demandes>($"SELECT client, sum(demandes)::bigint AS nombre FROM comptes.usages_de_client WHERE client = ANY ({ids}) AND jour >= {depuis} GROUP BY client")
            .ToDictionaryAsync(d => d.Client, d => d.Nombre, annulation);
        Lignes = [.. lignes.Select(l => new LigneDeClient(l.Client, l.Organisation, l.Fin, demandes.GetValueOrDefault(l.Client.Id)))];
    }

    /// <param name="Client">The client.</param>
    /// <param name="Organisation">Name of who answers for it.</param>
    /// <param name="Fin">End of its last secret.</param>
    /// <param name="Demandes">Requests of the last seven days.</param>
    internal sealed record LigneDeClient(ClientApi Client, string Organisation, DateTimeOffset? Fin, long Demandes);

    private sealed record Demandes(Guid Client, long Nombre);
}
