using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>
/// Work in the system context of people helped: what needs to see more than who asks does (a card whose person isn't followed yet, both sides of a
/// joining). A scope apart, so that the rest of the request never inherits its rights; the journal still names who asked.
/// </summary>
internal sealed class EnSysteme(IServiceScopeFactory portees, ContexteEcriture ecriture, ContexteAcces acces, Demandeur demandeur)
{
    /// <summary>Cards, follow-ups, joinings.</summary>
    public const string Personnes = "systeme:personnes";

    /// <summary>Besides, what exports and erases a person in every module.</summary>
    public const string Droits = "systeme:personnes,systeme:droits";

    /// <summary>What the signed link of an orientation opens, and nothing else.</summary>
    public const string Orientation = "systeme:orientation";

    /// <summary>What somebody books without an account.</summary>
    public const string Agenda = "systeme:agenda";

    // A person with their card, or with the link of their booking, is nobody known; the card or the link is the right.
    private const string Anonyme = "anonyme";

    /// <summary>In one transaction. What comes back is committed, a failure too: its count must not be undone.</summary>
    public async Task<T> FaireAsync<T>(string role, Func<IServiceProvider, FaireAvecDb, Task<T>> action, CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var (ici, la) = (services.GetRequiredService<ContexteEcriture>(), services.GetRequiredService<ContexteAcces>());
        (ici.Acteur, ici.Processus, ici.Motif) = (ecriture.Acteur == Anonyme ? role.Split(',')[0] : ecriture.Acteur, ecriture.Processus, ecriture.Motif);
        (la.Role, la.Compte, la.Organisation) = (role, acces.Compte, acces.Organisation);
        services.GetRequiredService<Demandeur>().Identite = demandeur.Identite;
        var db = services.GetRequiredService<FaireAvecDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var resultat = await action(services, db);
        await transaction.CommitAsync(annulation);
        return resultat;
    }
}
