using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>The memberships that the right to see members reaches: those of organisations within reach, and those of the people of one's teams. Row security says the same again.</summary>
internal sealed class ListeDesMembres(FaireAvecDb db, AccesAuxOrganisations acces, Demandeur demandeur, TableDesDroits table)
{
    public IQueryable<Appartenance> Appartenances()
    {
        var organisations = acces.Toutes(DroitsDesComptes.LireLesMembres).Select(o => o.Id);
        var toutes = db.Set<Appartenance>().AsNoTracking();
        if (!table.Portees(demandeur.Identite, DroitsDesComptes.LireLesMembres).Contains(Portee.Equipe))
        {
            return toutes.Where(a => organisations.Contains(a.Organisation));
        }

        Guid[] equipes = [.. demandeur.Identite!.Equipes];
        return toutes.Where(a => organisations.Contains(a.Organisation) || db.Set<MembreDEquipe>().Any(m => m.Compte == a.Compte && equipes.Contains(m.Equipe)));
    }
}
