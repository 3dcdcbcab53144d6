using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>The roles that somebody holds, to know which ones they may give.</summary>
internal static class DroitsDeDonner
{
    /// <summary>The roles of who asks, in the organisation that they chose: what the database lets them write goes by it too.</summary>
    public static IReadOnlyList<RoleTenu> RolesTenus(this Identite identite) =>
        identite.Organisation is { } organisation ? [.. identite.Roles.Select(r => new RoleTenu(r, organisation, identite.Departements))] : [];

    /// <summary>The roles of an account now, in all the organisations that are open.</summary>
    public static async Task<IReadOnlyList<RoleTenu>> RolesTenusAsync(this FaireAvecDb db, Guid compte, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var lignes = await (
            from a in db.Set<Appartenance>()
            join o in db.Set<Organisation>() on a.Organisation equals o.Id
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where a.Compte == compte && c.Etat == EtatDeCompte.Actif && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant) && o.FermeeLe == null && o.FusionneeDans == null
            select new { a.Role, a.Organisation, a.Departements }).ToListAsync(annulation);
        return [.. lignes.Select(l => new RoleTenu(l.Role, l.Organisation, l.Departements))];
    }
}
