using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>Which teams the right to compose them reaches.</summary>
internal sealed class AccesAuxEquipes(FaireAvecDb db, AccesAuxOrganisations organisations, Demandeur demandeur, TableDesDroits table)
{
    public IQueryable<Equipe> Toutes()
    {
        var ids = organisations.Toutes(DroitsDesComptes.GererLesEquipes).Select(o => o.Id);
        Guid[] equipes = table.Portees(demandeur.Identite, DroitsDesComptes.GererLesEquipes).Contains(Portee.Equipe) ? [.. demandeur.Identite!.Equipes] : [];
        return db.Set<Equipe>().Where(e => equipes.Contains(e.Id) || ids.Contains(e.Organisation));
    }

    /// <summary>True when they may say who coordinates it: whoever manages its organisation, not the coordinator.</summary>
    public Task<bool> PeutNommerAsync(Equipe equipe, CancellationToken annulation) => organisations.Toutes(DroitsDesComptes.GererLesEquipes).AnyAsync(o => o.Id == equipe.Organisation, annulation);
}
