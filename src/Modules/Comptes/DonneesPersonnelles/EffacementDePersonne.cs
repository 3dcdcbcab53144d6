using System.Globalization;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>
/// Erases a person (GDPR, article 17): every module takes its personal part away, then the key of the journal is destroyed. One transaction: all of it, or
/// nothing. Roles, totals and proofs stay without the identity, and the chain of the journal still verifies.
/// </summary>
internal sealed class EffacementDePersonne(IServiceScopeFactory portees, TimeProvider horloge, ICourrier courrier, ILogger<EffacementDePersonne> journal)
{
    /// <param name="compte">A closed account.</param>
    /// <param name="par">Who decided: an account, or null for the delay of the register.</param>
    /// <param name="processus">From where, for the journal.</param>
    /// <param name="demande">The request that it answers, and the answer.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<Effacement>> EffacerAsync(Guid compte, Guid? par, string processus, (Guid Id, string Reponse)? demande, CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var ecriture = services.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus, ecriture.Motif) = (par?.ToString() ?? "systeme:taches", processus, demande is null ? "Durée de conservation" : "Demande d’effacement");
        services.GetRequiredService<ContexteAcces>().Role = ContexteDesDroits.Role;
        var db = services.GetRequiredService<FaireAvecDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await db.Set<Compte>().FirstOrDefaultAsync(c => c.Id == compte, annulation) is not { } trouve || trouve.Etat == EtatDeCompte.Efface)
        {
            return ErreursDeDonnees.DejaEfface;
        }

        if (trouve.Etat != EtatDeCompte.Clos)
        {
            return ErreursDeDonnees.CompteOuvert;
        }

        var maintenant = horloge.GetUtcNow();
        string? code = null;
        if (demande is { } d)
        {
            var suivie = await db.Set<DemandeDeDroits>().SingleAsync(x => x.Id == d.Id && x.Personne == compte, annulation);
            if (!suivie.Passer(EtatDeDemande.Repondue, par!.Value, d.Reponse, maintenant))
            {
                return ErreursDeDonnees.DemandeFinie;
            }

            code = suivie.Code;
            await db.SaveChangesAsync(annulation);
        }

        var adresse = trouve.Courriel;
        var detail = new List<string>();
        foreach (var donnees in services.GetServices<IDonneesDePersonne>().OrderBy(m => m.Rang).ThenBy(m => m.Nom, StringComparer.Ordinal))
        {
            var nombre = await donnees.EffacerAsync(compte, annulation);
            await db.SaveChangesAsync(annulation);
            detail.Add(string.Create(CultureInfo.InvariantCulture, $"{donnees.Nom}={nombre}"));
        }

        // Last: what was just journaled about the person goes with the key.
        var cles = await db.Database.SqlQuery<bool>($"SELECT noyau.oublier_personne({compte}) AS \"Value\"").ToListAsync(annulation);
        var effacement = new Effacement
        {
            Id = Identifiants.Nouveau(horloge),
            Personne = compte,
            Demande = demande?.Id,
            // As the database keeps it: the proof is worked out again from there.
            FaitLe = new DateTimeOffset(maintenant.UtcTicks - (maintenant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
            Detail = string.Join(' ', detail),
            CleDetruite = cles[0],
            Code = code,
        };
        db.Add(effacement);
        try
        {
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return ErreursDeDonnees.DejaEfface;
        }

        await PrevenirAsync(adresse, effacement, annulation);
        return effacement;
    }

    private async Task PrevenirAsync(string adresse, Effacement effacement, CancellationToken annulation)
    {
        if (Courriels.Cle(adresse) is null)
        {
            return;
        }

        try
        {
            await courrier.EnvoyerAsync(new Message(adresse, Ressources.MotsDonneesPersonnelles.T("Courriel.Effacement.Objet"), Ressources.MotsDonneesPersonnelles.T("Courriel.Effacement.Texte", effacement.FaitLe, effacement.Empreinte)) { Categorie = "comptes.effacement", DestinataireEfface = true }, annulation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It is done whatever the mail does: the person has the address of the proof.
            journal.LogWarning(e, "The proof of erasure {Effacement} couldn't be sent", effacement.Id);
        }
    }
}
