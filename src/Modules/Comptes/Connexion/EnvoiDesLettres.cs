using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// Sends the mails that wait. It is here, and not in the request, that an address is looked for among the accounts: the request does the same work for
/// an address that is known and for one that isn't.
/// </summary>
internal sealed class EnvoiDesLettres(IServiceScopeFactory portees, ICourrier courrier, Poste poste, TimeProvider horloge) : IGestionnaire<LettreDeposee>
{
    /// <summary>Links that an account gets in an hour when they are asked for from browsers that it doesn't know: nobody fills a mailbox. Those that it knows aren't counted.</summary>
    public const int LiensParHeure = 20;

    public async Task TraiterAsync(LettreDeposee evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        // Under its own rights, and in its own transaction: deliveries know nothing of accounts.
        await using var portee = portees.CreateAsyncScope();
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = ("systeme:connexion", "evenement:comptes.LettreDeposee");
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:connexion";
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var lettre = await db.Set<Lettre>().FromSql($"SELECT * FROM comptes.lettres WHERE id = {evenement.Lettre} FOR UPDATE").SingleOrDefaultAsync(annulation);
        if (lettre is not { Contenu: { } ferme })
        {
            return;
        }

        var maintenant = horloge.GetUtcNow();
        lettre.Contenu = null;
        if (lettre.ExpireLe > maintenant)
        {
            var contenu = poste.Ouvrir(ferme);
            var message = lettre.Nature == NatureDeLettre.Connexion
                ? await EcrireLeLienAsync(db, contenu, lettre.DeposeeLe, annulation)
                : new Message(contenu.A, contenu.Objet, contenu.Texte) { Categorie = "comptes.compte" };
            lettre.PartieLe = maintenant;
            await db.SaveChangesAsync(annulation);
            if (message is not null)
            {
                await courrier.EnvoyerAsync(message, annulation);
            }
        }

        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
    }

    private async Task<Message?> EcrireLeLienAsync(FaireAvecDb db, ContenuDeLettre contenu, DateTimeOffset demandeLe, CancellationToken annulation)
    {
        var cle = Courriels.Cle(contenu.A);
        if (await db.Set<Compte>().FirstOrDefaultAsync(c => c.CleDuCourriel == cle, annulation) is not { } compte)
        {
            return null;
        }

        if (compte.Etat != EtatDeCompte.Actif)
        {
            // Only who holds the mailbox learns it.
            var (objet, texte) = Lettres.CompteFerme(compte);
            return new Message(compte.Courriel, objet, texte) { Categorie = "comptes.connexion" };
        }

        var (id, depuis) = (compte.Id, demandeLe.AddHours(-1));
        var connu = contenu.Appareil is { } appareil && await db.Set<NavigateurConnu>().AnyAsync(n => n.Compte == id && n.Empreinte == appareil, annulation);
        if (!connu && await db.Set<LienDeConnexion>().CountAsync(l => l.Compte == id && l.Usage == UsageDeLien.Connexion && l.CreeLe > depuis, annulation) >= LiensParHeure)
        {
            return null;
        }

        var (lien, secret) = LiensAUsageUnique.Faire(horloge, compte.Id, UsageDeLien.Connexion, demandeLe, LienDeConnexion.Duree, navigateur: contenu.Navigateur, postePartage: contenu.PostePartage, retour: contenu.Retour);
        db.Add(lien);
        var (sujet, corps) = Lettres.LienDeConnexion(compte, $"{contenu.Site}{LiensComptes.LienDeConnexion(secret)}");
        return new Message(compte.Courriel, sujet, corps) { Categorie = "comptes.connexion" };
    }
}
