using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>A partner and what came of it, over the last twelve months.</summary>
/// <param name="Partenaire">The partner.</param>
/// <param name="Envoyees">People whom it sent.</param>
/// <param name="DerniereFois">The last day when it did.</param>
/// <param name="Actions">Actions led with it.</param>
internal sealed record PartenaireEtSuites(PartenaireQuiOriente Partenaire, int Envoyees, DateOnly? DerniereFois, int Actions);

/// <summary>The partners of a médiateur, and the people whom they send.</summary>
internal sealed class PartenairesQuiOrientent(FaireAvecDb db, IEmplois emplois, ReperesDesLieux lieux, TimeProvider horloge)
{
    private DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    /// <summary>Those that are still proposed, by name.</summary>
    public async Task<IReadOnlyList<PartenaireQuiOriente>> ListerAsync(Guid auteur, CancellationToken annulation) =>
        await db.Set<PartenaireQuiOriente>().AsNoTracking().Where(p => p.Auteur == auteur && p.RetireLe == null).OrderBy(p => p.Nom).Take(PartenaireQuiOriente.Max).ToListAsync(annulation);

    /// <summary>Those that were put away, to give them back.</summary>
    public async Task<IReadOnlyList<PartenaireQuiOriente>> RetiresAsync(Guid auteur, CancellationToken annulation) =>
        await db.Set<PartenaireQuiOriente>().AsNoTracking().Where(p => p.Auteur == auteur && p.RetireLe != null).OrderByDescending(p => p.RetireLe).Take(PartenaireQuiOriente.Max).ToListAsync(annulation);

    /// <summary>The names of all of them, put away or not.</summary>
    public Task<Dictionary<Guid, string>> NomsAsync(Guid auteur, CancellationToken annulation) =>
        db.Set<PartenaireQuiOriente>().Where(p => p.Auteur == auteur).ToDictionaryAsync(p => p.Id, p => p.Nom, annulation);

    public async Task<IReadOnlyList<PartenaireEtSuites>> AvecLeursSuitesAsync(Guid auteur, CancellationToken annulation)
    {
        var partenaires = await ListerAsync(auteur, annulation);
        var depuis = Aujourdhui.AddYears(-1);
        var envoyees = await db.Set<OrientationDePartenaire>().Where(o => o.Auteur == auteur && o.Jour > depuis).GroupBy(o => o.Partenaire)
            .Select(g => new { g.Key, Personnes = g.Sum(o => o.Personnes), Jour = g.Max(o => o.Jour) }).ToDictionaryAsync(g => g.Key, annulation);
        var actions = await db.Set<ActionDAllerVers>().Where(a => a.Auteur == auteur && a.Partenaire != null && a.Jour > depuis && a.SupprimeeLe == null).GroupBy(a => a.Partenaire!.Value)
            .Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);
        return [.. partenaires.Select(p => new PartenaireEtSuites(p, envoyees.GetValueOrDefault(p.Id)?.Personnes ?? 0, envoyees.GetValueOrDefault(p.Id)?.Jour, actions.GetValueOrDefault(p.Id)))];
    }

    public async Task<Resultat<PartenaireQuiOriente>> AjouterAsync(Guid auteur, Guid organisation, string? nom, string? nature, CancellationToken annulation)
    {
        var emploi = await emplois.LeJourAsync(auteur, organisation, Aujourdhui, annulation);
        var verifie = VerificationDAllerVers.Partenaire(nom, nature, Identifiants.Nouveau(horloge), auteur, emploi?.Equipes ?? [], horloge.GetUtcNow());
        if (!verifie.Reussi)
        {
            return verifie;
        }

        if (await db.Set<PartenaireQuiOriente>().CountAsync(p => p.Auteur == auteur && p.RetireLe == null, annulation) >= PartenaireQuiOriente.Max)
        {
            return ErreursAllerVers.ListePleine;
        }

        db.Add(verifie.Valeur);
        try
        {
            await db.SaveChangesAsync(annulation);
            return verifie;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursAllerVers.NomDejaPris;
        }
    }

    /// <summary>The partner sent people. The id comes with the form: sent twice, it is kept once.</summary>
    public async Task<Resultat<OrientationDePartenaire>> OrienterAsync(Guid id, Guid auteur, Guid organisation, Guid? partenaire, DateOnly? jour, int? personnes, CancellationToken annulation)
    {
        var emploi = await emplois.LeJourAsync(auteur, organisation, jour ?? Aujourdhui, annulation);
        if (VerificationDAllerVers.Jour(jour, lieux.Jour(emploi?.CommuneDuSiege, horloge.GetUtcNow()), emploi?.PremierJour ?? DateOnly.MaxValue) is { } faute)
        {
            return faute;
        }

        if (personnes is not (>= 1 and <= OrientationDePartenaire.PersonnesMax))
        {
            return ErreursAllerVers.Orientees;
        }

        if (partenaire is not { } p || !await db.Set<PartenaireQuiOriente>().AnyAsync(x => x.Id == p && x.Auteur == auteur, annulation))
        {
            return ErreursAllerVers.PartenaireInconnu;
        }

        var orientation = new OrientationDePartenaire { Id = id, Partenaire = p, Auteur = auteur, Equipes = [.. emploi!.Equipes], Jour = jour!.Value, Personnes = personnes.Value, EnregistreeLe = horloge.GetUtcNow() };
        db.Add(orientation);
        try
        {
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
        }

        return orientation;
    }

    public async Task<IReadOnlyList<OrientationDePartenaire>> DernieresAsync(Guid auteur, CancellationToken annulation) =>
        await db.Set<OrientationDePartenaire>().AsNoTracking().Where(o => o.Auteur == auteur).OrderByDescending(o => o.Jour).ThenByDescending(o => o.Id).Take(10).ToListAsync(annulation);

    /// <summary>Takes back what was noted by mistake.</summary>
    public async Task<bool> ReprendreAsync(Guid orientation, Guid auteur, CancellationToken annulation)
    {
        if (await db.Set<OrientationDePartenaire>().SingleOrDefaultAsync(o => o.Id == orientation && o.Auteur == auteur, annulation) is not { } prise)
        {
            return false;
        }

        db.Remove(prise);
        await db.SaveChangesAsync(annulation);
        return true;
    }

    /// <summary>No more proposed, or proposed again; false when it isn't there.</summary>
    public async Task<bool> RetirerAsync(Guid id, Guid auteur, bool retirer, CancellationToken annulation)
    {
        if (await db.Set<PartenaireQuiOriente>().SingleOrDefaultAsync(p => p.Id == id && p.Auteur == auteur, annulation) is not { } partenaire)
        {
            return false;
        }

        partenaire.RetireLe = retirer ? horloge.GetUtcNow() : null;
        await db.SaveChangesAsync(annulation);
        return true;
    }
}
