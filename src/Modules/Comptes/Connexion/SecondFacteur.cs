using System.Security.Cryptography;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Checks what somebody types in the one field for codes: of an application, of a card, or printed. A code counts once.</summary>
internal sealed class SecondFacteur(IServiceScopeFactory portees, GrainesProtegees graines, Freins freins, TimeProvider horloge)
{
    /// <summary>How it was proved, or why it wasn't.</summary>
    /// <param name="contexte">The request.</param>
    /// <param name="compte">Who says they are.</param>
    /// <param name="saisie">As typed.</param>
    /// <param name="ensuite">What goes with a success, in the same transaction; its failure is the answer, and the code stays spent.</param>
    /// <param name="annulation">Gives up.</param>
    public Task<Resultat<Facteur>> VerifierAsync(HttpContext contexte, Guid compte, string? saisie, Func<FaireAvecDb, Task<Resultat<bool>>>? ensuite, CancellationToken annulation) =>
        portees.EnTransactionAsync(contexte, compte, async (_, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            var frein = await Freins.CleAsync(db, contexte, compte, annulation);
            if (await freins.AttenteAsync(db, frein, annulation) is { } attente)
            {
                return ErreursDeConnexion.Patienter(attente);
            }

            var resultat = await ChercherAsync(db, compte, saisie, annulation);
            if (!resultat.Reussi)
            {
                await freins.CompterAsync(db, frein, annulation);
            }
            else
            {
                await Freins.RelacherAsync(db, frein, annulation);
                if (ensuite is not null && await ensuite(db) is { Reussi: false } refus)
                {
                    resultat = refus.Erreur!;
                }
            }

            await db.SaveChangesAsync(annulation);
            return resultat;
        }, annulation);

    private async Task<Resultat<Facteur>> ChercherAsync(FaireAvecDb db, Guid compte, string? saisie, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (CodeTemporel.Nettoyer(saisie) is { } chiffres)
        {
            return await ChiffresAsync(db, compte, chiffres, maintenant, annulation);
        }

        if (CodeImprime.Lire(saisie) is { } lettres && await db.Set<CodeImprime>().Where(c => c.Compte == compte && c.UtiliseLe == null).ToListAsync(annulation) is { Count: > 0 } codes)
        {
            var empreinte = CodeImprime.Hacher(lettres, codes[0].Sel);
            if (codes.FirstOrDefault(c => CryptographicOperations.FixedTimeEquals(c.Empreinte, empreinte)) is { } code)
            {
                code.UtiliseLe = maintenant;
                return Facteur.LienEtCodeImprime;
            }
        }

        return ErreursDeConnexion.CodeFaux;
    }

    private async Task<Resultat<Facteur>> ChiffresAsync(FaireAvecDb db, Guid compte, string chiffres, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var dejaUtilise = false;
        if (await db.Set<ApplicationDeCodes>().SingleOrDefaultAsync(a => a.Compte == compte, annulation) is { } application && graines.Ouvrir(application.Id, application.GraineChiffree) is { } graine)
        {
            if (CodeTemporel.Trouver(graine, chiffres, maintenant, application.DernierPas) is { } pas)
            {
                (application.DernierPas, application.UtiliseeLe) = (pas, maintenant);
                return Facteur.LienEtCode;
            }

            dejaUtilise = CodeTemporel.DejaUtilise(graine, chiffres, maintenant, application.DernierPas);
        }

        foreach (var carte in await db.Set<CarteACodes>().Where(c => c.Compte == compte).ToListAsync(annulation))
        {
            if (graines.Ouvrir(carte.Id, carte.GraineChiffree) is not { } graineDeLaCarte)
            {
                continue;
            }

            if (CodeTemporel.Trouver(graineDeLaCarte, chiffres, maintenant, carte.DernierPas, carte.Derive) is { } pas)
            {
                carte.Utiliser(pas, maintenant);
                return Facteur.LienEtCarte;
            }

            dejaUtilise |= CodeTemporel.DejaUtilise(graineDeLaCarte, chiffres, maintenant, carte.DernierPas, carte.Derive);
        }

        return dejaUtilise ? ErreursDeConnexion.CodeDejaUtilise : ErreursDeConnexion.CodeFaux;
    }
}
