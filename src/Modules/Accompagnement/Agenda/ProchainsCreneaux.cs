using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>The next time of a place, for its page.</summary>
/// <param name="Debut">When.</param>
/// <param name="Fuseau">Zone of the place.</param>
/// <param name="Atelier">Title of the workshop, or null for an appointment.</param>
internal sealed record ProchainMoment(DateTimeOffset Debut, string Fuseau, string? Atelier);

/// <summary>
/// What is next at a place. Its page is read by everybody, and most places have no agenda: those that have one are known in memory for half a minute, and what
/// is next there for as long. A slot taken meanwhile is refused when it is asked for.
/// </summary>
internal sealed class ProchainsCreneaux(Base donnees, IServiceScopeFactory portees, IMemoryCache memoire, TimeProvider horloge)
{
    public static readonly TimeSpan Memoire = TimeSpan.FromSeconds(30);

    private sealed record Entree<T>(T Valeur, DateTimeOffset Le);

    /// <summary>The next slot or workshop, or null.</summary>
    public async Task<ProchainMoment?> LireAsync(string lieu, CancellationToken annulation)
    {
        if (!(await LieuxAsync(annulation)).Contains(lieu))
        {
            return null;
        }

        return await GarderAsync($"accompagnement.prochain:{lieu}", async () =>
        {
            await using var portee = portees.CreateAsyncScope();
            var (creneaux, ateliers) = await portee.ServiceProvider.GetRequiredService<ReservationsPubliques>().LireAsync(lieu, annulation);
            var creneau = creneaux.Count > 0 ? new ProchainMoment(creneaux[0].Debut, creneaux[0].Disponibilite.Fuseau, null) : null;
            var atelier = ateliers.FirstOrDefault(a => a.Libres > 0) is { } a ? new ProchainMoment(a.Atelier.Debut, a.Atelier.Fuseau, a.Atelier.Titre) : null;
            return creneau is null || atelier?.Debut < creneau.Debut ? atelier : creneau;
        });
    }

    private Task<HashSet<string>> LieuxAsync(CancellationToken annulation) => GarderAsync("accompagnement.lieux_reservables", async () =>
    {
        var maintenant = horloge.GetUtcNow();
        await using var commande = donnees.Application.CreateCommand("SELECT lieu FROM accompagnement.lieux_reservables($1, $2)");
        commande.Parameters.AddWithValue(JourDeParis.De(maintenant));
        commande.Parameters.AddWithValue(maintenant.UtcDateTime);
        var lieux = new HashSet<string>(StringComparer.Ordinal);
        await using var lecteur = await commande.ExecuteReaderAsync(annulation);
        while (await lecteur.ReadAsync(annulation))
        {
            lieux.Add(lecteur.GetString(0));
        }

        return lieux;
    });

    // By our own clock: tests move it.
    private async Task<T> GarderAsync<T>(string cle, Func<Task<T>> lire)
    {
        var maintenant = horloge.GetUtcNow();
        if (memoire.TryGetValue(cle, out Entree<T>? gardee) && gardee is not null && maintenant - gardee.Le < Memoire && maintenant >= gardee.Le)
        {
            return gardee.Valeur;
        }

        var valeur = await lire();
        memoire.Set(cle, new Entree<T>(valeur, maintenant), TimeSpan.FromMinutes(5));
        return valeur;
    }
}
