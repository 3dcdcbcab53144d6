using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>
/// Does something on what a médiateur wrote or received, with their rights, for a client of their organisation that may: the rows that the client found are
/// theirs, even when they left since. The journal keeps who asked.
/// </summary>
internal sealed class AuNomDeLAuteur(IServiceScopeFactory portees, ContexteEcriture ecriture, Demandeur demandeur)
{
    public async Task<T> FaireAsync<T>(Guid auteur, Guid organisation, Func<IServiceProvider, Task<T>> action)
    {
        await using var portee = portees.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var (ici, la) = (services.GetRequiredService<ContexteEcriture>(), services.GetRequiredService<ContexteAcces>());
        (ici.Acteur, ici.Processus, ici.Motif) = (ecriture.Acteur, ecriture.Processus, ecriture.Motif);
        (la.Role, la.Compte, la.Organisation) = (Role.Mediateur.Cle(), auteur.ToString(), organisation.ToString());
        services.GetRequiredService<Demandeur>().Identite = new Identite { Compte = auteur, Nom = demandeur.Identite!.Nom, Organisation = organisation, Roles = [Role.Mediateur] };
        return await action(services);
    }
}
