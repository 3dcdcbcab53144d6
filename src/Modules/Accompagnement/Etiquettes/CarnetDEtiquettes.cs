using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Etiquettes;

/// <summary>The labels of who asks: their own, those of the teams that they are in, and those of the teams that they coordinate, which they alone change.</summary>
internal sealed class CarnetDEtiquettes(FaireAvecDb db, Demandeur demandeur, IEmplois emplois, IEquipes equipes, TimeProvider horloge)
{
    private Identite Moi => demandeur.Identite!;

    /// <summary>The teams whose labels one makes.</summary>
    public Task<IReadOnlyList<EquipeNommee>> EquipesCoordonneesAsync(CancellationToken annulation) =>
        Moi.Roles.Contains(Role.Coordinateur) ? equipes.NomsAsync(Moi.Equipes, annulation) : Task.FromResult<IReadOnlyList<EquipeNommee>>([]);

    /// <summary>Labels for a form, by name: those that are offered, and those that are on the act already.</summary>
    /// <param name="choisies">Ids in the form.</param>
    /// <param name="deja">Ids on the act before it was corrected: shown even when they were put away.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<IReadOnlyList<EtiquetteAuChoix>> AuChoixAsync(IReadOnlyCollection<Guid> choisies, IReadOnlyCollection<Guid> deja, CancellationToken annulation)
    {
        var connues = await EtiquettesConnues.LireAsync(db, annulation);
        var siennes = await ProprietairesAsync(annulation);
        var actives = choisies.Select(connues.Retenue).OfType<Etiquette>().Select(e => e.Id).ToHashSet();
        // Under the id that the act has: it may keep it, whatever the label became.
        var gardees = deja.Select(d => (Id: d, Retenue: connues.Retenue(d))).Where(d => d.Retenue is not null).GroupBy(d => d.Retenue!.Id).ToDictionary(g => g.Key, g => g.First().Id);
        return
        [
            .. connues.Toutes.Where(e => (e.Etat == EtatDEtiquette.Proposee && siennes.Contains(e.Proprietaire)) || gardees.ContainsKey(e.Id)).OrderBy(e => e.Nom, StringComparer.CurrentCulture)
                .Select(e => new EtiquetteAuChoix(gardees.GetValueOrDefault(e.Id, e.Id), e.Nom, actives.Contains(e.Id))),
        ];
    }

    public async Task<IReadOnlyList<EtiquetteEtUsage>> ListerAsync(CancellationToken annulation)
    {
        var connues = await EtiquettesConnues.LireAsync(db, annulation);
        var siennes = await ProprietairesAsync(annulation);
        var moi = Moi.Compte;
        var usage = (await db.Database.SqlQuery<Usage>($"""
            SELECT e AS etiquette, count(*)::int AS actes FROM accompagnement.activites a, unnest(a.etiquettes) e
            WHERE a.auteur = {moi} AND a.supprimee_le IS NULL AND a.etiquettes <> ARRAY[]::uuid[] GROUP BY e
            """).ToListAsync(annulation)).GroupBy(u => connues.Retenue(u.Etiquette)?.Id ?? u.Etiquette).ToDictionary(g => g.Key, g => g.Sum(u => u.Actes));
        var noms = (await equipes.NomsAsync([.. connues.Toutes.Where(e => e.Portee == PorteeDEtiquette.Equipe).Select(e => e.Proprietaire).Distinct()], annulation)).ToDictionary(e => e.Id, e => e.Nom);
        return
        [
            .. connues.Toutes.Where(e => siennes.Contains(e.Proprietaire)).OrderBy(e => e.Nom, StringComparer.CurrentCulture)
                .Select(e => new EtiquetteEtUsage(e, e.Portee == PorteeDEtiquette.Equipe ? noms.GetValueOrDefault(e.Proprietaire) : null, usage.GetValueOrDefault(e.Id), PeutChanger(e))),
        ];
    }

    /// <summary>One that who asks may change; null otherwise: for them, it isn't there.</summary>
    public async Task<Etiquette?> TrouverAsync(Guid id, CancellationToken annulation) =>
        await db.Set<Etiquette>().SingleOrDefaultAsync(e => e.Id == id, annulation) is { } e && PeutChanger(e) ? e : null;

    /// <summary>Those that this one may be joined to.</summary>
    public async Task<IReadOnlyList<EtiquetteEtUsage>> CiblesAsync(Etiquette source, CancellationToken annulation) =>
        [.. (await ListerAsync(annulation)).Where(e => e.Etiquette.Etat == EtatDEtiquette.Proposee && UneEtiquetteNeRetrecitPas.Refus(source, e.Etiquette) is null)];

    /// <summary>Makes a label. The id comes with the form: sent twice, it is made once.</summary>
    public async Task<Resultat<Etiquette>> CreerAsync(Guid id, string? nom, string? description, Guid? equipe, CancellationToken annulation)
    {
        var (nomLu, descriptionLue) = (NomDEtiquette.Lire(nom), NomDEtiquette.LireDescription(description));
        if (!nomLu.Reussi || !descriptionLue.Reussi)
        {
            return Resultat<Etiquette>.Echec([.. nomLu.Erreurs, .. descriptionLue.Erreurs]);
        }

        if (equipe is { } e && !(Moi.Roles.Contains(Role.Coordinateur) && Moi.Equipes.Contains(e)))
        {
            return ErreursDEtiquettes.PasPourVous;
        }

        var proprietaire = equipe ?? Moi.Compte;
        if (await db.Set<Etiquette>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, annulation) is { } dejaFaite)
        {
            return dejaFaite.Proprietaire == proprietaire && dejaFaite.Nom == nomLu.Valeur ? dejaFaite : ErreursDEtiquettes.Etat;
        }

        if (await db.Set<Etiquette>().CountAsync(x => x.Proprietaire == proprietaire, annulation) >= Etiquette.Max)
        {
            return ErreursDEtiquettes.Pleine;
        }

        var etiquette = new Etiquette
        {
            Id = id,
            Portee = equipe is null ? PorteeDEtiquette.Personnelle : PorteeDEtiquette.Equipe,
            Proprietaire = proprietaire,
            Auteur = Moi.Compte,
            Nom = nomLu.Valeur,
            Description = descriptionLue.Valeur,
            CreeeLe = horloge.GetUtcNow(),
        };
        db.Add(etiquette);
        return await EcrireAsync(etiquette, annulation);
    }

    public async Task<Resultat<Etiquette>> RenommerAsync(Etiquette etiquette, string? nom, string? description, CancellationToken annulation)
    {
        var (nomLu, descriptionLue) = (NomDEtiquette.Lire(nom), NomDEtiquette.LireDescription(description));
        if (!nomLu.Reussi || !descriptionLue.Reussi)
        {
            return Resultat<Etiquette>.Echec([.. nomLu.Erreurs, .. descriptionLue.Erreurs]);
        }

        (etiquette.Nom, etiquette.Description) = (nomLu.Valeur, descriptionLue.Valeur);
        return await EcrireAsync(etiquette, annulation);
    }

    public async Task<Resultat<Etiquette>> RangerAsync(Etiquette etiquette, CancellationToken annulation) =>
        etiquette.Ranger(horloge.GetUtcNow()) is { } refus ? refus : await EcrireAsync(etiquette, annulation);

    /// <summary>Offers again what was put away, or separates what was joined.</summary>
    public async Task<Resultat<Etiquette>> ReprendreAsync(Etiquette etiquette, CancellationToken annulation) =>
        etiquette.Reprendre() is { } refus ? refus : await EcrireAsync(etiquette, annulation);

    public async Task<Resultat<Etiquette>> ReunirAsync(Etiquette etiquette, Guid? cible, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        // Both rows, the smaller id first: two people who join the same two the other way round never make a circle.
        Guid[] ids = [etiquette.Id, cible ?? Guid.Empty];
        await db.Database.ExecuteSqlAsync($"SELECT id FROM accompagnement.etiquettes WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE", annulation);
        await db.Entry(etiquette).ReloadAsync(annulation);
        var siennes = await ProprietairesAsync(annulation);
        if (cible is not { } c || await db.Set<Etiquette>().SingleOrDefaultAsync(e => e.Id == c, annulation) is not { } vers || !siennes.Contains(vers.Proprietaire))
        {
            return ErreursDEtiquettes.PasPourVous with { Champ = "cible" };
        }

        if (etiquette.ReunirDans(vers) is { } refus)
        {
            return refus;
        }

        var ecrite = await EcrireAsync(etiquette, annulation);
        await transaction.CommitAsync(annulation);
        return ecrite;
    }

    private bool PeutChanger(Etiquette e) => e.Portee == PorteeDEtiquette.Personnelle ? e.Proprietaire == Moi.Compte : Moi.Roles.Contains(Role.Coordinateur) && Moi.Equipes.Contains(e.Proprietaire);

    private async Task<HashSet<Guid>> ProprietairesAsync(CancellationToken annulation)
    {
        var emploi = Moi.Organisation is { } o ? await emplois.LeJourAsync(Moi.Compte, o, JourDeParis.De(horloge.GetUtcNow()), annulation) : null;
        return [Moi.Compte, .. Moi.Equipes, .. emploi?.Equipes ?? []];
    }

    private async Task<Resultat<Etiquette>> EcrireAsync(Etiquette etiquette, CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            return etiquette;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursDEtiquettes.NomPris;
        }
    }

    private sealed record Usage(Guid Etiquette, int Actes);
}
