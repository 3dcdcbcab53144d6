using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>Names for the screens of other modules. Row security says who is seen.</summary>
internal sealed class GensDesOrganisations(FaireAvecDb db, Demandeur demandeur, TimeProvider horloge) : IGensDesOrganisations
{
    public Task<string?> NomAsync(Guid organisation, CancellationToken annulation) =>
        db.Set<Organisation>().Where(o => o.Id == organisation).Select(o => o.Nom).FirstOrDefaultAsync(annulation);

    public async Task<IReadOnlyList<Collegue>> MediateursAsync(Guid organisation, CancellationToken annulation)
    {
        if (demandeur.Identite?.Organisation != organisation)
        {
            return [];
        }

        var maintenant = horloge.GetUtcNow();
        var membres = await (
            from a in db.Set<Appartenance>()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where a.Organisation == organisation && (a.Role == Role.Mediateur || a.Role == Role.ConseillerNumerique) && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant) && c.Etat == EtatDeCompte.Actif
            select new { c.Id, c.Prenom, c.Nom }).Distinct().ToListAsync(annulation);
        return [.. membres.Select(m => new Collegue(m.Id, $"{m.Prenom} {m.Nom}")).OrderBy(m => m.Nom, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true))];
    }
}
