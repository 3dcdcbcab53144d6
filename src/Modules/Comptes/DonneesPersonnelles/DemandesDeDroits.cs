using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>Requests of people about what is known of them: asked, taken in hand, answered or refused with the reason.</summary>
internal sealed class DemandesDeDroits(
    FaireAvecDb db, Demandeur demandeur, TableDesDroits droits, EffacementDePersonne effacement, IServiceScopeFactory portees, ICourrier courrier, TimeProvider horloge, ILogger<DemandesDeDroits> journal)
{
    /// <summary>A request of who asks.</summary>
    public async Task<Resultat<DemandeDeDroits>> DeposerAsync(TypeDeDemande type, string? texte, CancellationToken annulation)
    {
        var (compte, maintenant) = (demandeur.Identite!.Compte, horloge.GetUtcNow());
        var organisations = await db.Set<Appartenance>().Where(a => a.Compte == compte && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant)).Select(a => a.Organisation).Distinct().ToListAsync(annulation);
        var demande = new DemandeDeDroits
        {
            Id = Identifiants.Nouveau(horloge),
            Personne = compte,
            // A manager answers for who works for them alone; otherwise one would decide for another organisation.
            Organisation = organisations.Count == 1 ? organisations[0] : null,
            Type = type,
            RecueLe = maintenant,
            Echeance = DelaiDeReponse.Echeance(maintenant),
            Code = type == TypeDeDemande.Effacement ? Effacement.NouveauCode() : null,
        }.Dire(texte);
        db.Add(demande);
        try
        {
            await db.SaveChangesAsync(annulation);
            return demande;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursDeDonnees.DemandeEnCours;
        }
    }

    /// <summary>Takes back a request of who asks.</summary>
    public async Task<bool> RetirerAsync(Guid id, CancellationToken annulation)
    {
        var compte = demandeur.Identite!.Compte;
        if (await db.Set<DemandeDeDroits>().SingleOrDefaultAsync(d => d.Id == id && d.Personne == compte, annulation) is not { } demande || !demande.Passer(EtatDeDemande.Retiree, compte, null, horloge.GetUtcNow()))
        {
            return false;
        }

        await db.SaveChangesAsync(annulation);
        return true;
    }

    /// <summary>The request, when who asks may answer it.</summary>
    public async Task<DemandeDeDroits?> TrouverAsync(Guid id, CancellationToken annulation) =>
        await db.Set<DemandeDeDroits>().SingleOrDefaultAsync(d => d.Id == id, annulation) is { } demande
        && droits.Permet(demandeur.Identite, DroitsDesComptes.TraiterLesDemandes, new Cible(Organisation: demande.Organisation))
            ? demande
            : null;

    /// <summary>Moves a request on; an erasure is done when it is answered.</summary>
    public async Task<Resultat<Guid>> PasserAsync(DemandeDeDroits demande, EtatDeDemande vers, string? mots, HttpContext contexte, CancellationToken annulation)
    {
        var qui = demandeur.Identite!;
        if (SeparationDesTaches.Conflit(SeparationDesTaches.RepondreAUneDemande, demande.ActesDe(qui.Compte)) is not null)
        {
            return ErreursDeDonnees.SaPropreDemande;
        }

        if (!EtatsDeDemande.Permet(demande.Etat, vers))
        {
            return ErreursDeDonnees.DemandeFinie;
        }

        if (demande.Type == TypeDeDemande.Effacement && vers == EtatDeDemande.Repondue)
        {
            var efface = await effacement.EffacerAsync(demande.Personne, qui.Compte, $"web:{contexte.Request.Path}", (demande.Id, mots!), annulation);
            return efface.Reussi ? demande.Id : efface.Erreur!;
        }

        // In the system context: the words of an answer are about the person, whatever the role of who answers reads of the journal's keys.
        var passe = await portees.EnSystemeAsync(ContexteDesDroits.Role, contexte, qui.Compte, async services =>
        {
            var base_ = services.GetRequiredService<FaireAvecDb>();
            await using var transaction = await base_.Database.BeginTransactionAsync(annulation);
            // Two managers at once: the second one waits, then sees what the first one did.
            await base_.Database.ExecuteSqlAsync($"SELECT 1 FROM comptes.demandes_de_droits WHERE id = {demande.Id} FOR UPDATE", annulation);
            var suivie = await base_.Set<DemandeDeDroits>().SingleAsync(d => d.Id == demande.Id, annulation);
            if (!suivie.Passer(vers, qui.Compte, mots, horloge.GetUtcNow()))
            {
                return (Adresse: (string?)null, Fait: false);
            }

            await base_.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return (Adresse: await base_.Set<Compte>().Where(c => c.Id == suivie.Personne).Select(c => c.Courriel).SingleAsync(annulation), Fait: true);
        });
        if (!passe.Fait)
        {
            return ErreursDeDonnees.DemandeFinie;
        }

        if (vers != EtatDeDemande.EnCours && Courriels.Cle(passe.Adresse) is not null)
        {
            await PrevenirAsync(passe.Adresse!, annulation);
        }

        return demande.Id;
    }

    private async Task PrevenirAsync(string adresse, CancellationToken annulation)
    {
        try
        {
            await courrier.EnvoyerAsync(new Message(adresse, MotsDonneesPersonnelles.T("Courriel.Reponse.Objet"), MotsDonneesPersonnelles.T("Courriel.Reponse.Texte")) { Categorie = "comptes.demande" }, annulation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            journal.LogWarning(e, "Somebody couldn't be told that their request has an answer");
        }
    }
}
