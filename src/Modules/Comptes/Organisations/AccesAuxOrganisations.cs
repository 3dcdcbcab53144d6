using System.Linq.Expressions;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Organisations;

/// <summary>Which organisations a right reaches for the one who asks: the same answer for a list, for one of its items, and for what hangs on it.</summary>
internal sealed class AccesAuxOrganisations(FaireAvecDb db, Demandeur demandeur, TableDesDroits table)
{
    /// <summary>Those that the right reaches, closed ones too.</summary>
    public IQueryable<Organisation> Toutes(string droit) => db.Set<Organisation>().Where(Filtre(droit));

    /// <summary>The organisation, when the right reaches it; null otherwise: for who asks, it isn't there.</summary>
    public Task<Organisation?> TrouverAsync(Guid id, string droit, CancellationToken annulation) =>
        Toutes(droit).SingleOrDefaultAsync(o => o.Id == id, annulation);

    /// <summary>True when the right reaches this one.</summary>
    public bool Permet(string droit, Organisation organisation) => Permet(droit, organisation.Id, organisation.Departement, organisation.Reseau);

    public bool Permet(string droit, Guid organisation, string? departement, Guid? reseau = null)
    {
        var qui = demandeur.Identite;
        return table.Permet(qui, droit, new Cible(Organisation: organisation, Departement: departement))
            || (TientUnReseau(droit) && reseau is not null && reseau == qui!.Organisation);
    }

    /// <summary>True when the right is on the whole country.</summary>
    public bool EstNational(string droit) => table.Portees(demandeur.Identite, droit).Contains(Portee.National);

    private Expression<Func<Organisation, bool>> Filtre(string droit)
    {
        var qui = demandeur.Identite;
        var portees = table.Portees(qui, droit);
        if (qui is null || portees.Count == 0)
        {
            return o => false;
        }

        if (portees.Contains(Portee.National))
        {
            return o => true;
        }

        var sienne = portees.Contains(Portee.Organisation) ? qui.Organisation : null;
        var tete = TientUnReseau(droit) ? qui.Organisation : null;
        string[] departements = portees.Contains(Portee.Territoire) ? [.. qui.Departements] : [];
        return o => o.Id == sienne || (o.Reseau != null && o.Reseau == tete) || departements.Contains(o.Departement);
    }

    // The head of a network reaches the organisations of its network, when the right is one that heads of networks have.
    private bool TientUnReseau(string droit) =>
        demandeur.Identite is { Organisation: not null } qui && qui.Roles.Contains(Role.GestionnaireReseau)
        && table.Regle(droit)?.Attributions.Any(a => a is { Role: Role.GestionnaireReseau, Portee: Portee.Organisation }) == true;
}
