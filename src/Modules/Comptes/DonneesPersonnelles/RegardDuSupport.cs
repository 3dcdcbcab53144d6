using System.Security.Cryptography;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>« View as »: the support looks at somebody's screen, with a code that they gave, read-only, thirty minutes at most.</summary>
internal sealed class RegardDuSupport(IServiceScopeFactory portees, FaireAvecDb db, Demandeur demandeur, TableDesDroits droits, TimeProvider horloge)
{
    // Work for an unknown account is that of a known one: time doesn't tell which exist.
    private static readonly byte[] SelDePersonne = RandomNumberGenerator.GetBytes(16);

    /// <summary>A new code of who asks; the former ones are worth nothing any more.</summary>
    public async Task<(string Code, DateTimeOffset ExpireLe)> NouveauCodeAsync(CancellationToken annulation)
    {
        var (compte, maintenant) = (demandeur.Identite!.Compte, horloge.GetUtcNow());
        foreach (var ancien in await db.Set<CodeDAssistance>().Where(c => c.Compte == compte && c.UtiliseLe == null && c.ExpireLe > maintenant).ToListAsync(annulation))
        {
            ancien.UtiliseLe = maintenant;
        }

        var (code, garde) = CodeDAssistance.Nouveau(Identifiants.Nouveau(horloge), compte, maintenant);
        db.Add(garde);
        await db.SaveChangesAsync(annulation);
        return (code, garde.ExpireLe);
    }

    /// <summary>Begins the look in the session of who asks. One answer for an account that isn't there and for a wrong code.</summary>
    public Task<Resultat<Guid>> CommencerAsync(HttpContext contexte, string? courriel, string? saisi, string motif, CancellationToken annulation)
    {
        var qui = demandeur.Identite!;
        return portees.EnSystemeAsync(ContexteDesDroits.Role, contexte, qui.Compte, async services =>
        {
            var base_ = services.GetRequiredService<FaireAvecDb>();
            services.GetRequiredService<ContexteEcriture>().Motif = motif;
            var maintenant = horloge.GetUtcNow();
            if (CodeDAssistance.Lire(saisi) is not { } code || await BonCodeAsync(base_, Courriels.Cle(courriel), code, maintenant, annulation) is not { } garde
                || SeparationDesTaches.Conflit(SeparationDesTaches.RegarderAvecUnCode, garde.Compte == qui.Compte ? [SeparationDesTaches.DonnerUnCode] : []) is not null)
            {
                return (Resultat<Guid>)ErreursDeDonnees.CodeRefuse;
            }

            // The code is spent even when the look is refused: one person, one attempt.
            if (await base_.Set<CodeDAssistance>().Where(c => c.Id == garde.Id && c.UtiliseLe == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.UtiliseLe, maintenant), annulation) != 1)
            {
                return ErreursDeDonnees.CodeRefuse;
            }

            var roles = await base_.Set<Appartenance>().Where(a => a.Compte == garde.Compte && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant)).Select(a => a.Role).ToListAsync(annulation);
            if (!RegardPermis.Permet(droits.Regles, roles))
            {
                return ErreursDeDonnees.RegardInterdit;
            }

            var session = await base_.Set<Session>().SingleAsync(s => s.Id == qui.Session, annulation);
            (session.RegardeComme, session.RegardeJusquA) = (garde.Compte, maintenant + CodeDAssistance.DureeDuRegard);
            base_.Add(new Consultation
            {
                Id = Identifiants.Nouveau(horloge),
                Personne = garde.Compte,
                Par = qui.Compte,
                Organisation = qui.Organisation,
                Instant = maintenant,
                Quoi = MotsDonneesPersonnelles.T("Consultation.Regard"),
                Pourquoi = motif,
                Quart = maintenant,
            });
            await base_.SaveChangesAsync(annulation);
            return garde.Compte;
        });
    }

    /// <summary>Ends the look; the session of the support goes on.</summary>
    public Task FinirAsync(HttpContext contexte, CancellationToken annulation)
    {
        var qui = demandeur.Identite!;
        return portees.EnSystemeAsync(ContexteDesDroits.Role, contexte, qui.RegardePar, async services =>
        {
            var base_ = services.GetRequiredService<FaireAvecDb>();
            var session = await base_.Set<Session>().SingleAsync(s => s.Id == qui.Session, annulation);
            (session.RegardeComme, session.RegardeJusquA) = (null, null);
            return await base_.SaveChangesAsync(annulation);
        });
    }

    private static async Task<CodeDAssistance?> BonCodeAsync(FaireAvecDb db, string? cleDuCourriel, string code, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var candidat = cleDuCourriel is null ? null : await (
            from k in db.Set<CodeDAssistance>().AsNoTracking()
            join c in db.Set<Compte>() on k.Compte equals c.Id
            where c.CleDuCourriel == cleDuCourriel && c.Etat == EtatDeCompte.Actif && k.UtiliseLe == null && k.ExpireLe > maintenant
            orderby k.CreeLe descending
            select k).FirstOrDefaultAsync(annulation);
        // Counted before it is compared: a hundred tries at once are a hundred tries.
        var compte = candidat is not null && await db.Set<CodeDAssistance>().Where(k => k.Id == candidat.Id && k.Essais < CodeDAssistance.EssaisMax).ExecuteUpdateAsync(k => k.SetProperty(x => x.Essais, x => x.Essais + 1), annulation) == 1;
        var empreinte = CodeDAssistance.EmpreinteDe(code, candidat?.Sel ?? SelDePersonne);
        return compte && CryptographicOperations.FixedTimeEquals(empreinte, candidat!.Empreinte) ? candidat : null;
    }
}
