using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Sessions;

/// <summary>
/// Work in a named system context: signing in happens before anybody is known, so it can't be under somebody's own rights. A scope apart, so that
/// the rest of the request never inherits them.
/// </summary>
internal static class EnSysteme
{
    /// <param name="portees">Makes the scope.</param>
    /// <param name="role">"systeme:connexion"…</param>
    /// <param name="contexte">The request, which the journal names; null when nothing is written.</param>
    /// <param name="acteur">The account in whose name the journal is written, when it is known.</param>
    /// <param name="action">The work.</param>
    public static async Task<T> EnSystemeAsync<T>(this IServiceScopeFactory portees, string role, HttpContext? contexte, Guid? acteur, Func<IServiceProvider, Task<T>> action)
    {
        await using var portee = portees.CreateAsyncScope();
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = (acteur?.ToString() ?? role, contexte is null ? role : ProvenanceWeb.De(contexte));
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = role;
        return await action(portee.ServiceProvider);
    }

    /// <summary>The same in one transaction, to sign in. What comes back is committed, a failure too: its count must not be undone.</summary>
    public static Task<T> EnTransactionAsync<T>(this IServiceScopeFactory portees, HttpContext contexte, Guid? acteur, Func<IServiceProvider, FaireAvecDb, Task<T>> action, CancellationToken annulation) =>
        portees.EnSystemeAsync("systeme:connexion", contexte, acteur, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(annulation);
            var resultat = await action(services, db);
            await transaction.CommitAsync(annulation);
            return resultat;
        });

    /// <summary>One at a time for one account, until the end of the transaction: a code, a card or a counter is never read by two at once.</summary>
    public static Task VerrouillerAsync(this FaireAvecDb db, Guid compte, CancellationToken annulation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"comptes:{compte}"}, 0))", annulation);
}
