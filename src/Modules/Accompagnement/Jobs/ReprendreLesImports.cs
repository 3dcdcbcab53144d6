using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Every two minutes: asks again for the imports that nobody does, because a node stopped in the middle. One that is being done isn't done twice: it is locked.</summary>
internal sealed class ReprendreLesImports(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.imports";

    private const int Lot = 50;
    private static readonly Role[] Roles = [Role.Mediateur, Role.ConseillerNumerique, Role.Coordinateur];

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        FaireAsync(services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<IEmplois>(), services.GetRequiredService<TravauxDesImports>(), services.GetRequiredService<TimeProvider>(), annulation);

    internal static async Task FaireAsync(FaireAvecDb db, IEmplois emplois, TravauxDesImports travaux, TimeProvider horloge, CancellationToken annulation)
    {
        var aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        foreach (var import in await db.Set<ImportDActivites>().Where(i => i.Etat == EtatDImport.Lecture || i.Etat == EtatDImport.Ecriture || i.Etat == EtatDImport.Annulation).OrderBy(i => i.DeposeLe).Take(Lot).ToListAsync(annulation))
        {
            var emploi = await emplois.LeJourAsync(import.Auteur, import.Organisation, aujourdhui, annulation);
            var roles = emploi?.Roles.Intersect(Roles).ToList() ?? [];
            if (roles.Count > 0)
            {
                travaux.Demander(import.Id, new ContexteAcces { Compte = import.Auteur.ToString(), Organisation = import.Organisation.ToString(), Role = string.Join(',', roles.Select(r => r.Cle())), Equipes = string.Join(',', emploi!.Equipes) });
            }
            else if (import.Etat is EtatDImport.Lecture or EtatDImport.Ecriture)
            {
                // What was written before they left is written.
                import.Phrase = ErreursImports.SansEmploi.Message;
                import.Bilan = import.Etat == EtatDImport.Ecriture ? await db.BilanAsync(import.Id, annulation) : import.Bilan;
                import.Passer(import.Etat == EtatDImport.Lecture ? EtatDImport.Refuse : EtatDImport.Termine, horloge.GetUtcNow());
                await db.SaveChangesAsync(annulation);
            }
        }
    }
}
