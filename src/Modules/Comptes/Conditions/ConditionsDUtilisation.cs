using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace FaireAvec.Comptes.Conditions;

/// <summary>Who accepted which terms. An acceptance is for ever: once known it needn't be read again, on any node.</summary>
internal sealed class ConditionsDUtilisation(FaireAvecDb db, VersionsDesConditions versions, IMemoryCache memoire, TimeProvider horloge) : IConditionsDUtilisation
{
    private static readonly TimeSpan Retenue = TimeSpan.FromHours(1);

    public VersionDesConditions? EnVigueur => versions.EnVigueur(JourDeParis.De(horloge.GetUtcNow()));

    public async Task<bool> ResteAAccepterAsync(Guid compte, CancellationToken annulation) => await AAccepterAsync(compte, annulation) is not null;

    /// <summary>The version that this account has to accept, or null.</summary>
    public async Task<VersionDesConditions?> AAccepterAsync(Guid compte, CancellationToken annulation)
    {
        if (EnVigueur is not { } version)
        {
            return null;
        }

        var cle = (typeof(ConditionsDUtilisation), compte, version.Cle);
        if (memoire.TryGetValue(cle, out _))
        {
            return null;
        }

        if (!await db.Set<AcceptationDesConditions>().AnyAsync(a => a.Compte == compte && a.Version == version.Cle, annulation))
        {
            return version;
        }

        memoire.Set(cle, true, Retenue);
        return null;
    }

    /// <summary>Keeps the proof. Accepting twice is accepting once.</summary>
    public async Task AccepterAsync(Guid compte, VersionDesConditions version, CancellationToken annulation)
    {
        db.Add(Preuve(compte, version, horloge));
        try
        {
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
        }
    }

    public static AcceptationDesConditions Preuve(Guid compte, VersionDesConditions version, TimeProvider horloge) =>
        new() { Id = Identifiants.Nouveau(horloge), Compte = compte, Version = version.Cle, Le = horloge.GetUtcNow(), Empreinte = version.Empreinte };
}
