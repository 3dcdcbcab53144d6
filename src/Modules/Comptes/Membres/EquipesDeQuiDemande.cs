using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>Teams for the screens of other modules. Row security says who is seen.</summary>
internal sealed class EquipesDeQuiDemande(FaireAvecDb db, TimeProvider horloge) : IEquipes
{
    private static readonly StringComparer ParNom = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    public async Task<IReadOnlyList<EquipeNommee>> NomsAsync(IReadOnlyCollection<Guid> equipes, CancellationToken annulation)
    {
        if (equipes.Count == 0)
        {
            return [];
        }

        Guid[] ids = [.. equipes];
        return [.. (await db.Set<Equipe>().Where(e => ids.Contains(e.Id)).Select(e => new EquipeNommee(e.Id, e.Nom)).ToListAsync(annulation)).OrderBy(e => e.Nom, ParNom)];
    }

    public async Task<IReadOnlyList<MembreDeLEquipe>> MembresAsync(IReadOnlyCollection<Guid> equipes, CancellationToken annulation)
    {
        if (equipes.Count == 0)
        {
            return [];
        }

        var maintenant = horloge.GetUtcNow();
        Guid[] ids = [.. equipes];
        var membres = await (
            from m in db.Set<MembreDEquipe>()
            join c in db.Set<Compte>() on m.Compte equals c.Id
            where ids.Contains(m.Equipe) && !m.Coordonne && m.Debut <= maintenant && (m.Fin == null || m.Fin > maintenant) && c.Etat == EtatDeCompte.Actif
            select new { c.Id, c.Prenom, c.Nom, m.Equipe, m.Debut }).ToListAsync(annulation);
        return [.. membres.Select(m => new MembreDeLEquipe(m.Id, $"{m.Prenom} {m.Nom}", m.Equipe, JourDeParis.De(m.Debut))).OrderBy(m => m.Nom, ParNom)];
    }
}
