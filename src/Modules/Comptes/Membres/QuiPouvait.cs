using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>Somebody had this role during that day.</summary>
internal sealed record AccesCeJour(Guid Compte, string Nom, Role Role, IReadOnlyList<string> Departements, DateTimeOffset Debut, DateTimeOffset? Fin);

/// <summary>
/// « Qui avait accès le … »: who held a role in an organisation at one instant at least of a day, in Paris. What they could see follows from the role
/// (<c>/comptes/droits</c>). Answered from the memberships, which are never erased nor changed but in their end.
/// </summary>
internal sealed class QuiPouvait(FaireAvecDb db)
{
    public async Task<IReadOnlyList<AccesCeJour>> LeAsync(Guid organisation, DateOnly jour, CancellationToken annulation)
    {
        var (debut, fin) = (JourDeParis.Debut(jour), JourDeParis.Debut(jour.AddDays(1)));
        // A closed organisation gives access to nobody from the instant of its closing.
        var fermee = await db.Set<Organisation>().Where(o => o.Id == organisation).Select(o => o.FermeeLe).SingleOrDefaultAsync(annulation);
        if (fermee <= debut)
        {
            return [];
        }

        fin = fermee < fin ? fermee.Value : fin;
        var lignes = await (
            from a in db.Set<Appartenance>()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where a.Organisation == organisation && a.Debut < fin && (a.Fin == null || (a.Fin > debut && a.Fin > a.Debut))
            orderby c.Nom, c.Prenom, a.Role, a.Debut
            select new { a.Compte, c.Prenom, c.Nom, a.Role, a.Departements, a.Debut, a.Fin }).ToListAsync(annulation);
        return [.. lignes.Select(l => new AccesCeJour(l.Compte, $"{l.Prenom} {l.Nom}", l.Role, l.Departements, l.Debut, l.Fin))];
    }
}
