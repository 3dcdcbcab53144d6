using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>Records, corrects, removes and gives back what was done outside the place. The id is made with the form: sent twice, it is kept once.</summary>
internal sealed class ActionsDAllerVers(FaireAvecDb db, IEmplois emplois, ReperesDesLieux lieux, TimeProvider horloge)
{
    private static readonly Role[] RolesQuiNotent = [Role.Mediateur, Role.ConseillerNumerique, Role.Coordinateur];

    // What a correction leaves: who, and when it came in.
    private static readonly HashSet<string> Gardees =
    [
        nameof(ActionDAllerVers.Id), nameof(ActionDAllerVers.Auteur), nameof(ActionDAllerVers.Organisation), nameof(ActionDAllerVers.EnregistreeLe), nameof(ActionDAllerVers.ModifieeLe),
        nameof(ActionDAllerVers.Version), nameof(ActionDAllerVers.SupprimeeLe), nameof(ActionDAllerVers.RappeleLe),
    ];

    public async Task<Resultat<ActionDAllerVers>> NoterAsync(SaisieDAllerVers saisie, Guid id, Guid auteur, Guid organisation, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var jour = saisie.Date ?? JourDeParis.De(maintenant);
        if (await emplois.LeJourAsync(auteur, organisation, jour, annulation) is not { } emploi || (jour >= emploi.PremierJour && !emploi.Roles.Any(RolesQuiNotent.Contains)))
        {
            return ErreursAllerVers.PasVous;
        }

        var verifiee = VerificationDAllerVers.Verifier(saisie, Contexte(id, auteur, organisation, emploi, emploi.PremierJour, maintenant, lieux.Lieu));
        if (!verifiee.Reussi)
        {
            return verifiee;
        }

        if (await ReferencesAsync(verifiee.Valeur, annulation) is { } refus)
        {
            return refus;
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
            return await db.Set<ActionDAllerVers>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == auteur, annulation) is { } deja ? deja : ErreursAllerVers.ModifieeEntreTemps;
        }
    }

    public async Task<Resultat<ActionDAllerVers>> CorrigerAsync(ActionDAllerVers action, SaisieDAllerVers saisie, int version, CancellationToken annulation)
    {
        if (action.SupprimeeLe is not null)
        {
            return ErreursAllerVers.Supprimee;
        }

        if (action.Version != version)
        {
            return ErreursAllerVers.ModifieeEntreTemps;
        }

        var maintenant = horloge.GetUtcNow();
        var emploi = await emplois.LeJourAsync(action.Auteur, action.Organisation, saisie.Date ?? action.Jour, annulation);
        var verifiee = VerificationDAllerVers.Verifier(saisie, Contexte(action.Id, action.Auteur, action.Organisation, emploi, emploi?.PremierJour ?? action.Jour, maintenant, id => lieux.Lieu(id) ?? Inchange(action, id), action.Equipes));
        if (!verifiee.Reussi)
        {
            return verifiee;
        }

        if (await ReferencesAsync(verifiee.Valeur, annulation) is { } refus)
        {
            return refus;
        }

        var entree = db.Entry(action);
        foreach (var propriete in entree.Metadata.GetProperties().Where(p => !Gardees.Contains(p.Name)))
        {
            var nouvelle = propriete.PropertyInfo!.GetValue(verifiee.Valeur);
            // Arrays that hold the same are the same: nothing changed, nothing is written.
            if (!propriete.GetValueComparer().Equals(entree.CurrentValues[propriete], nouvelle))
            {
                entree.CurrentValues[propriete] = nouvelle;
            }
        }

        if (!db.ChangeTracker.HasChanges())
        {
            return action;
        }

        if (entree.Property(a => a.RappelLe).IsModified)
        {
            // Another day is another call.
            action.RappeleLe = null;
        }

        return await EcrireAsync(action, maintenant, annulation);
    }

    public async Task<Resultat<ActionDAllerVers>> SupprimerAsync(ActionDAllerVers action, CancellationToken annulation)
    {
        if (action.SupprimeeLe is not null)
        {
            return action;
        }

        action.SupprimeeLe = horloge.GetUtcNow();
        return await EcrireAsync(action, action.SupprimeeLe.Value, annulation);
    }

    public async Task<Resultat<ActionDAllerVers>> RetablirAsync(ActionDAllerVers action, CancellationToken annulation)
    {
        if (action.SupprimeeLe is null)
        {
            return action;
        }

        action.SupprimeeLe = null;
        return await EcrireAsync(action, horloge.GetUtcNow(), annulation);
    }

    /// <summary>The partner was called back.</summary>
    public async Task<Resultat<ActionDAllerVers>> RappeleAsync(ActionDAllerVers action, CancellationToken annulation)
    {
        if (!action.ARappeler)
        {
            return action;
        }

        action.RappeleLe = horloge.GetUtcNow();
        return await EcrireAsync(action, action.RappeleLe.Value, annulation);
    }

    private ContexteDeSaisie Contexte(Guid id, Guid auteur, Guid organisation, Emploi? emploi, DateOnly premierJour, DateTimeOffset maintenant, Func<string, Endroit?> lieu, IReadOnlyList<Guid>? equipes = null) => new()
    {
        Id = id,
        Auteur = auteur,
        Organisation = organisation,
        Equipes = emploi?.Equipes ?? equipes ?? [],
        Maintenant = maintenant,
        Aujourdhui = lieux.Jour(emploi?.CommuneDuSiege, maintenant),
        PremierJour = premierJour,
        Origine = OrigineDActivite.Saisie,
        Lieu = lieu,
        Commune = lieux.Commune,
    };

    // A place that closed since stays where the action was.
    private static Endroit? Inchange(ActionDAllerVers action, string id) => id == action.Lieu ? new Endroit(action.Lieu, action.Commune, action.Departement) : null;

    private async Task<Erreur?> ReferencesAsync(ActionDAllerVers action, CancellationToken annulation)
    {
        if (action.Partenaire is { } partenaire && !await db.Set<PartenaireQuiOriente>().AnyAsync(p => p.Id == partenaire && p.Auteur == action.Auteur, annulation))
        {
            return ErreursAllerVers.PartenaireInconnu;
        }

        return action.Configuration is { } configuration && !await db.Set<ConfigurationDAllerVers>().AnyAsync(c => c.Id == configuration && c.Auteur == action.Auteur, annulation)
            ? ErreursAllerVers.ConfigurationInconnue
            : null;
    }

    private async Task<Resultat<ActionDAllerVers>> EcrireAsync(ActionDAllerVers action, DateTimeOffset maintenant, CancellationToken annulation)
    {
        action.Version++;
        action.ModifieeLe = maintenant;
        try
        {
            await db.SaveChangesAsync(annulation);
            return action;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ErreursAllerVers.ModifieeEntreTemps;
        }
    }
}
