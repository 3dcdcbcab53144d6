using System.Globalization;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Closes the figures of an organisation until a day, and opens them again with a reason. The database itself refuses what would change them.</summary>
internal sealed class CloturesDesOrganisations(FaireAvecDb db, ContexteEcriture ecriture, Demandeur demandeur, TimeProvider horloge)
{
    /// <summary>What the database says when an act falls in a closed period.</summary>
    public const string CodeSql = "FA002";

    public const int MotifMax = 300;

    private Guid Organisation => demandeur.Identite!.Organisation ?? Guid.Empty;

    public Task<Cloture?> LireAsync(CancellationToken annulation)
    {
        var organisation = Organisation;
        return db.Set<Cloture>().SingleOrDefaultAsync(c => c.Organisation == organisation, annulation);
    }

    /// <summary>The days that closing until this one would close, after those that already are; with a reason when it can't be.</summary>
    public async Task<Resultat<(DateOnly Du, DateOnly Au)>> JoursAsync(DateOnly? jusquau, CancellationToken annulation)
    {
        var lu = Jour(jusquau);
        if (!lu.Reussi)
        {
            return Resultat<(DateOnly, DateOnly)>.Echec(lu.Erreurs);
        }

        var cloture = await LireAsync(annulation);
        return cloture is not null && cloture.Jusquau > lu.Valeur ? ErreursDeStatistiques.ClotureRecule.Avec(EnMots(cloture.Jusquau)) : (cloture?.Jusquau.AddDays(1) ?? PeriodesDeStatistiques.PremierJour, lu.Valeur);
    }

    public Task<Resultat<bool>> CloreAsync(DateOnly? jusquau, CancellationToken annulation)
    {
        var lu = Jour(jusquau);
        if (!lu.Reussi)
        {
            return Task.FromResult(Resultat<bool>.Echec(lu.Erreurs));
        }

        var jour = lu.Valeur;
        return EcrireAsync(async () =>
        {
            var maintenant = horloge.GetUtcNow();
            if (await LireAsync(annulation) is not { } cloture)
            {
                db.Add(new Cloture { Organisation = Organisation, Jusquau = jour, Par = demandeur.Identite!.Compte, Le = maintenant });
            }
            else if (cloture.Jusquau > jour)
            {
                return ErreursDeStatistiques.ClotureRecule.Avec(EnMots(cloture.Jusquau));
            }
            else if (cloture.Jusquau < jour)
            {
                (cloture.Jusquau, cloture.Par, cloture.Le) = (jour, demandeur.Identite!.Compte, maintenant);
            }

            return true;
        }, annulation);
    }

    public Task<Resultat<bool>> RouvrirAsync(string? motif, CancellationToken annulation)
    {
        if (motif?.Trim() is not { Length: > 0 and <= MotifMax } dit)
        {
            return Task.FromResult<Resultat<bool>>(ErreursDeStatistiques.MotifManque);
        }

        ecriture.Motif = dit;
        return EcrireAsync(async () =>
        {
            if (await LireAsync(annulation) is not { } cloture)
            {
                return ErreursDeStatistiques.RienAClore;
            }

            db.Remove(cloture);
            return true;
        }, annulation);
    }

    /// <summary>The sentence of a refusal by a closed period (<see cref="CodeSql"/>).</summary>
    public async Task<Erreur> RefusAsync(Guid organisation, CancellationToken annulation) =>
        // It may be opened again in between: the sentence then says no day.
        await JusquauAsync(organisation, annulation) is { } jour ? Refus(jour) : ErreursDeStatistiques.Cloturee with { Message = "Cette période est close : ses chiffres ont été rendus. Rien n’y est ajouté, corrigé ou supprimé. Demandez à votre structure de la rouvrir." };

    /// <summary>The same, when the day is known.</summary>
    public static Erreur Refus(DateOnly jusquau) => ErreursDeStatistiques.Cloturee.Avec(EnMots(jusquau));

    /// <summary>The last closed day of an organisation; null when nothing is closed.</summary>
    public Task<DateOnly?> JusquauAsync(Guid organisation, CancellationToken annulation) =>
        db.Set<Cloture>().AsNoTracking().Where(c => c.Organisation == organisation).Select(c => (DateOnly?)c.Jusquau).SingleOrDefaultAsync(annulation);

    // Acts that are being written finish before; those that come after see the closing.
    private async Task<Resultat<bool>> EcrireAsync(Func<Task<Resultat<bool>>> action, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({Organisation.ToString()}, 20260701))", annulation);
        var fait = await action();
        if (fait.Reussi)
        {
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
        }

        return fait;
    }

    private Resultat<DateOnly> Jour(DateOnly? jusquau) => jusquau is not { } jour ? ErreursDeStatistiques.ClotureManque
        : jour < PeriodesDeStatistiques.PremierJour ? ErreursDeStatistiques.ClotureTropAncienne.Avec(EnMots(PeriodesDeStatistiques.PremierJour))
        : jour >= JourDeParis.De(horloge.GetUtcNow()) ? ErreursDeStatistiques.ClotureFuture
        : jour;

    private static string EnMots(DateOnly jour) => jour.EnMots("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
}
