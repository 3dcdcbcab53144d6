using System.Globalization;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Host.Site;

/// <summary>A client of the API is limited by itself, wherever it calls from, and told what is left (headers « RateLimit-… »). Its requests are counted for its owner.</summary>
internal sealed class PassageDesClients(RequestDelegate suite, IClientsDeLApi clients)
{
    public async Task InvokeAsync(HttpContext contexte, Demandeur demandeur)
    {
        if (demandeur.Identite is not { } qui || !qui.Roles.Contains(Role.ClientApi))
        {
            await suite(contexte);
            return;
        }

        var passage = clients.Passer(qui.Compte);
        var entetes = contexte.Response.Headers;
        entetes["RateLimit-Limit"] = Ecrire(passage.Limite);
        entetes["RateLimit-Remaining"] = Ecrire(passage.Reste);
        entetes["RateLimit-Reset"] = Secondes(passage.Retour);
        if (!passage.Permis)
        {
            entetes.RetryAfter = Secondes(passage.Attente);
            contexte.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            clients.Compter(qui.Compte, IssueDeDemande.Limitee);
            return;
        }

        try
        {
            await suite(contexte);
        }
        catch
        {
            clients.Compter(qui.Compte, IssueDeDemande.Panne);
            throw;
        }

        clients.Compter(qui.Compte, contexte.Response.StatusCode switch { < 400 => IssueDeDemande.Servie, < 500 => IssueDeDemande.Refusee, _ => IssueDeDemande.Panne });
    }

    private static string Ecrire(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);

    private static string Secondes(TimeSpan duree) => Ecrire((int)Math.Ceiling(duree.TotalSeconds));
}
