using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>
/// What a client of the API does for a professional of its own organisation: with their rights, not more, and only while they work there. The journal keeps
/// that it was the client.
/// </summary>
internal sealed class AuNomDUnProfessionnel(IServiceScopeFactory portees, ContexteEcriture ecriture, Demandeur demandeur, IEmplois emplois, TimeProvider horloge)
{
    private static readonly Role[] QuiOriente = [Role.Mediateur, Role.ConseillerNumerique, Role.Coordinateur, Role.Aidant];

    public async Task<Resultat<T>> FaireAsync<T>(Guid professionnel, Func<IServiceProvider, Task<Resultat<T>>> action, CancellationToken annulation)
    {
        if (demandeur.Identite?.Organisation is not { } organisation
            || await emplois.LeJourAsync(professionnel, organisation, JourDeParis.De(horloge.GetUtcNow()), annulation) is not { } emploi
            || QuiOriente.Where(emploi.Roles.Contains).ToList() is not { Count: > 0 } roles)
        {
            return Domain.Orientations.ErreursOrientation.Professionnel;
        }

        await using var portee = portees.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var (ici, la) = (services.GetRequiredService<ContexteEcriture>(), services.GetRequiredService<ContexteAcces>());
        (ici.Acteur, ici.Processus, ici.Motif) = (ecriture.Acteur, ecriture.Processus, ecriture.Motif);
        (la.Role, la.Compte, la.Organisation) = (string.Join(',', roles.Select(r => r.Cle())), professionnel.ToString(), organisation.ToString());
        services.GetRequiredService<Demandeur>().Identite = new Identite { Compte = professionnel, Nom = demandeur.Identite.Nom, Organisation = organisation, Roles = roles };
        return await action(services);
    }
}
