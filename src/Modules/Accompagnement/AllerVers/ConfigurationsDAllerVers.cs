using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>The configurations of a médiateur: recorded once, used again.</summary>
internal sealed class ConfigurationsDAllerVers(FaireAvecDb db, IEmplois emplois, TimeProvider horloge)
{
    public async Task<IReadOnlyList<ConfigurationDAllerVers>> ListerAsync(Guid auteur, CancellationToken annulation) =>
        await db.Set<ConfigurationDAllerVers>().AsNoTracking().Where(c => c.Auteur == auteur && c.RetireeLe == null).OrderBy(c => c.Nom).Take(ConfigurationDAllerVers.Max).ToListAsync(annulation);

    /// <summary>Those that were put away, to give them back.</summary>
    public async Task<IReadOnlyList<ConfigurationDAllerVers>> RetireesAsync(Guid auteur, CancellationToken annulation) =>
        await db.Set<ConfigurationDAllerVers>().AsNoTracking().Where(c => c.Auteur == auteur && c.RetireeLe != null).OrderByDescending(c => c.RetireeLe).Take(ConfigurationDAllerVers.Max).ToListAsync(annulation);

    /// <summary>The names of all of them, put away or not.</summary>
    public Task<Dictionary<Guid, string>> NomsAsync(Guid auteur, CancellationToken annulation) =>
        db.Set<ConfigurationDAllerVers>().Where(c => c.Auteur == auteur).ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);

    public Task<ConfigurationDAllerVers?> TrouverAsync(Guid id, Guid auteur, CancellationToken annulation) =>
        db.Set<ConfigurationDAllerVers>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Auteur == auteur, annulation);

    /// <summary>How many times each one was used.</summary>
    public Task<Dictionary<Guid, int>> EmploisAsync(Guid auteur, CancellationToken annulation) =>
        db.Set<ActionDAllerVers>().Where(a => a.Auteur == auteur && a.Configuration != null && a.SupprimeeLe == null).GroupBy(a => a.Configuration!.Value)
            .Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);

    public async Task<Resultat<ConfigurationDAllerVers>> CreerAsync(Guid auteur, Guid organisation, SaisieDeConfiguration saisie, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var emploi = await emplois.LeJourAsync(auteur, organisation, JourDeParis.De(maintenant), annulation);
        var verifiee = VerificationDAllerVers.Verifier(saisie, Identifiants.Nouveau(horloge), auteur, emploi?.Equipes ?? [], maintenant);
        if (!verifiee.Reussi)
        {
            return verifiee;
        }

        if (await db.Set<ConfigurationDAllerVers>().CountAsync(c => c.Auteur == auteur && c.RetireeLe == null, annulation) >= ConfigurationDAllerVers.Max)
        {
            return ErreursAllerVers.ListePleine;
        }

        db.Add(verifiee.Valeur);
        try
        {
            await db.SaveChangesAsync(annulation);
            return verifiee;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursAllerVers.NomDejaPris;
        }
    }

    /// <summary>Put away, or proposed again; false when it isn't there.</summary>
    public async Task<bool> RetirerAsync(Guid id, Guid auteur, bool retirer, CancellationToken annulation)
    {
        if (await db.Set<ConfigurationDAllerVers>().SingleOrDefaultAsync(c => c.Id == id && c.Auteur == auteur, annulation) is not { } configuration)
        {
            return false;
        }

        configuration.RetireeLe = retirer ? horloge.GetUtcNow() : null;
        await db.SaveChangesAsync(annulation);
        return true;
    }
}
