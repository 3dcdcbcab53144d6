using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
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
        (ecriture.Acteur, ecriture.Processus) = (acteur?.ToString() ?? role, contexte is null ? role : $"web:{contexte.Request.Path}");
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = role;
        return await action(portee.ServiceProvider);
    }
}
