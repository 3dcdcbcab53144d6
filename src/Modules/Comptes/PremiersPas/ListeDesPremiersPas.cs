using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.PremiersPas;

/// <summary>A step as the page shows it.</summary>
internal sealed record PasMontre(string Cle, string Href, bool ACocher, bool Fait);

/// <summary>The first steps of who asks: those of their roles, each with whether it is done.</summary>
internal sealed class ListeDesPremiersPas(FaireAvecDb db, IEnumerable<IPremierPas> pas, Demandeur demandeur, TimeProvider horloge)
{
    /// <summary>The steps; empty when they are hidden, all done, or when one looks as somebody else.</summary>
    public async Task<IReadOnlyList<PasMontre>> LireAsync(CancellationToken annulation)
    {
        if (demandeur.Identite is not { LectureSeule: false } qui || await db.Set<PremierPasFait>().AnyAsync(p => p.Compte == qui.Compte && p.Pas == PremierPasFait.Masquer, annulation))
        {
            return [];
        }

        var montres = new List<PasMontre>();
        foreach (var p in pas.Where(p => p.Roles.Count == 0 || p.Roles.Any(qui.Roles.Contains)).OrderBy(p => p.Rang))
        {
            montres.Add(new PasMontre(p.Cle, p.Href(qui), p.ACocher, await p.FaitAsync(db, qui, annulation)));
        }

        return montres.TrueForAll(p => p.Fait) ? [] : montres;
    }

    /// <summary>Ticks a step that only the person can tick, or hides the list; false for anything else.</summary>
    public async Task<bool> CocherAsync(string? cle, CancellationToken annulation)
    {
        var qui = demandeur.Identite!;
        if (cle is null || (cle != PremierPasFait.Masquer && !pas.Any(p => p.ACocher && p.Cle == cle)))
        {
            return false;
        }

        if (!await db.Set<PremierPasFait>().AnyAsync(p => p.Compte == qui.Compte && p.Pas == cle, annulation))
        {
            db.Add(new PremierPasFait { Compte = qui.Compte, Pas = cle, Le = horloge.GetUtcNow() });
            try
            {
                await db.SaveChangesAsync(annulation);
            }
            catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
            {
                // Ticked twice at once: it is ticked.
            }
        }

        return true;
    }

    /// <summary>Shows the list again.</summary>
    public async Task MontrerAsync(CancellationToken annulation)
    {
        var qui = demandeur.Identite!;
        await db.Set<PremierPasFait>().Where(p => p.Compte == qui.Compte && p.Pas == PremierPasFait.Masquer).ExecuteDeleteAsync(annulation);
    }
}
