using System.Security.Cryptography;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Application, printed codes and cards of an account: added once they are proved, removed as long as another one is left. Each change is told by mail.</summary>
internal sealed class FacteursDuCompte(IServiceScopeFactory portees, GrainesProtegees graines, Freins freins, Poste poste, TimeProvider horloge)
{
    /// <summary>What the account has.</summary>
    public static async Task<MoyensDeProuver> MoyensAsync(FaireAvecDb db, Guid compte, CancellationToken annulation) => new(
        await db.Set<CleDAcces>().CountAsync(c => c.Compte == compte, annulation),
        await db.Set<ApplicationDeCodes>().AnyAsync(a => a.Compte == compte, annulation),
        await db.Set<CarteACodes>().CountAsync(c => c.Compte == compte, annulation),
        await db.Set<CodeImprime>().CountAsync(c => c.Compte == compte && c.UtiliseLe == null, annulation));

    /// <summary>Keeps the application, once a code of it was right; the one before goes.</summary>
    /// <param name="contexte">The request.</param>
    /// <param name="compte">Whose.</param>
    /// <param name="graine">The seed that was shown.</param>
    /// <param name="code">The first code.</param>
    /// <param name="avant">What must hold in the same transaction; null when nothing.</param>
    /// <param name="annulation">Gives up.</param>
    public Task<Resultat<bool>> GarderLApplicationAsync(HttpContext contexte, Guid compte, byte[] graine, string? code, Func<FaireAvecDb, Task<Resultat<bool>>>? avant, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (_, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            var maintenant = horloge.GetUtcNow();
            if (CodeTemporel.Trouver(graine, code, maintenant, null) is not { } pas)
            {
                return ErreursDeConnexion.CodeDeLApplication;
            }

            if (avant is not null && await avant(db) is { Reussi: false } refus)
            {
                return refus;
            }

            db.RemoveRange(await db.Set<ApplicationDeCodes>().Where(a => a.Compte == compte).ToListAsync(annulation));
            var id = Identifiants.Nouveau(horloge);
            db.Add(new ApplicationDeCodes { Id = id, Compte = compte, GraineChiffree = graines.Fermer(id, graine), CreeeLe = maintenant, DernierPas = pas });
            await DireAsync(db, compte, "Application", annulation);
            await db.SaveChangesAsync(annulation);
            return true;
        }, annulation);

    public Task<Resultat<bool>> RetirerLApplicationAsync(HttpContext contexte, Guid compte, CancellationToken annulation) =>
        RetirerAsync(contexte, compte, "ApplicationRetiree", async db =>
        {
            var applications = await db.Set<ApplicationDeCodes>().Where(a => a.Compte == compte).ToListAsync(annulation);
            db.RemoveRange(applications);
            return applications.Count > 0;
        }, annulation);

    /// <summary>Ten new printed codes; those before are worth nothing any more. Shown once: only their hashes are kept.</summary>
    public async Task<IReadOnlyList<string>> TirerDesCodesAsync(HttpContext contexte, Guid compte, CancellationToken annulation)
    {
        var codes = CodeImprime.Tirer();
        var sel = RandomNumberGenerator.GetBytes(CodeImprime.OctetsDeSel);
        await portees.EnTransactionAsync(contexte, compte, async (_, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            db.RemoveRange(await db.Set<CodeImprime>().Where(c => c.Compte == compte).ToListAsync(annulation));
            db.AddRange(codes.Select(c => new CodeImprime { Id = Identifiants.Nouveau(horloge), Compte = compte, Sel = sel, Empreinte = CodeImprime.Hacher(c, sel), CreeLe = horloge.GetUtcNow() }));
            await DireAsync(db, compte, "Codes", annulation);
            return await db.SaveChangesAsync(annulation);
        }, annulation);
        return codes;
    }

    /// <summary>Attaches the card of this number, proved by a code that it shows. The same answer for a number that doesn't exist, one that is taken and a wrong code.</summary>
    public Task<Resultat<bool>> AttacherLaCarteAsync(HttpContext contexte, Guid compte, string? serie, string? code, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (_, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            var frein = await Freins.CleAsync(db, contexte, compte, annulation);
            if (await freins.AttenteAsync(db, frein, annulation) is { } attente)
            {
                return ErreursDeConnexion.Patienter(attente);
            }

            var maintenant = horloge.GetUtcNow();
            var numero = CarteACodes.LireSerie(serie);
            var carte = numero is null ? null : await db.Set<CarteACodes>().FromSql($"SELECT * FROM comptes.cartes_a_codes WHERE serie = {numero} FOR UPDATE").SingleOrDefaultAsync(annulation);
            var graine = carte is { Compte: null } ? graines.Ouvrir(carte.Id, carte.GraineChiffree) : null;
            if (graine is null || CodeTemporel.Trouver(graine, code, maintenant, carte!.DernierPas, fenetre: CodeTemporel.FenetreDeRattachement) is not { } pas)
            {
                await freins.CompterAsync(db, frein, annulation);
                await db.SaveChangesAsync(annulation);
                return ErreursDeConnexion.CarteInconnue;
            }

            carte.Attacher(compte, pas, maintenant);
            await DireAsync(db, compte, "Carte", annulation);
            await db.SaveChangesAsync(annulation);
            return true;
        }, annulation);

    public Task<Resultat<bool>> DetacherLaCarteAsync(HttpContext contexte, Guid compte, Guid carte, CancellationToken annulation) =>
        RetirerAsync(contexte, compte, "CarteRetiree", async db =>
        {
            var trouvee = await db.Set<CarteACodes>().SingleOrDefaultAsync(c => c.Id == carte && c.Compte == compte, annulation);
            trouvee?.Detacher();
            return trouvee is not null;
        }, annulation);

    public Task<Resultat<bool>> RetirerLaCleAsync(HttpContext contexte, Guid compte, Guid cle, CancellationToken annulation) =>
        RetirerAsync(contexte, compte, "CleRetiree", async db =>
        {
            var trouvee = await db.Set<CleDAcces>().SingleOrDefaultAsync(c => c.Id == cle && c.Compte == compte, annulation);
            if (trouvee is not null)
            {
                db.Remove(trouvee);
            }

            return trouvee is not null;
        }, annulation);

    /// <summary>Everything goes: lost, or to be made again. The caller saves.</summary>
    public static async Task ToutRetirerAsync(FaireAvecDb db, Guid compte, CancellationToken annulation)
    {
        db.RemoveRange(await db.Set<CleDAcces>().Where(c => c.Compte == compte).ToListAsync(annulation));
        db.RemoveRange(await db.Set<ApplicationDeCodes>().Where(c => c.Compte == compte).ToListAsync(annulation));
        db.RemoveRange(await db.Set<CodeImprime>().Where(c => c.Compte == compte).ToListAsync(annulation));
        db.RemoveRange(await db.Set<NavigateurConnu>().Where(c => c.Compte == compte).ToListAsync(annulation));
        // A provider that goes on opening the account would be a way in that nobody took back.
        db.RemoveRange(await db.Set<IdentiteExterne>().Where(i => i.Compte == compte).ToListAsync(annulation));
        foreach (var carte in await db.Set<CarteACodes>().Where(c => c.Compte == compte).ToListAsync(annulation))
        {
            carte.Detacher();
        }
    }

    /// <summary>Tells the person by mail what changed; the caller saves.</summary>
    public async Task DireAsync(FaireAvecDb db, Guid compte, string changement, CancellationToken annulation)
    {
        var titulaire = await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation);
        poste.Deposer(db, titulaire.Courriel, Lettres.MoyenChange(titulaire, changement));
    }

    private Task<Resultat<bool>> RetirerAsync(HttpContext contexte, Guid compte, string changement, Func<FaireAvecDb, Task<bool>> retirer, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (_, db) =>
        {
            // Locked first: two factors removed at the same time must not both be « not the last ».
            await db.VerrouillerAsync(compte, annulation);
            if (!(await MoyensAsync(db, compte, annulation)).PeutEnRetirerUn)
            {
                return ErreursDeConnexion.DernierFacteur;
            }

            if (await retirer(db))
            {
                await DireAsync(db, compte, changement, annulation);
                await db.SaveChangesAsync(annulation);
            }

            return true;
        }, annulation);
}
