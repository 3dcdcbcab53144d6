using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>An account changes its address: a link to each, both have to agree, the one in use may say no.</summary>
internal sealed class ChangementsDeCourriel(IServiceScopeFactory portees, Poste poste, PersonnesReelles personnes, TimeProvider horloge)
{
    public static readonly IReadOnlyList<UsageDeLien> Usages = [UsageDeLien.NouveauCourriel, UsageDeLien.AncienCourriel, UsageDeLien.AnnulerCourriel];

    /// <summary>Sends both links. The answer is the same when another account has the new address: only who reads that mailbox learns it.</summary>
    public Task<Resultat<bool>> DemanderAsync(HttpContext contexte, Guid compte, string? saisi, string site, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (_, db) =>
        {
            if (Courriels.Cle(saisi) is not { } cle)
            {
                return ErreursComptes.Courriel;
            }

            if (!personnes.Permises(cle))
            {
                return ErreursComptes.DisqueNonChiffre;
            }

            await db.VerrouillerAsync(compte, annulation);
            var titulaire = await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation);
            if (titulaire.CleDuCourriel == cle)
            {
                return ErreursDeConnexion.MemeCourriel;
            }

            var maintenant = horloge.GetUtcNow();
            foreach (var ancien in await db.Set<ChangementDeCourriel>().Where(c => c.Compte == compte && c.FaitLe == null && c.AnnuleLe == null).ToListAsync(annulation))
            {
                ancien.Annuler(maintenant);
            }

            var changement = new ChangementDeCourriel { Id = Identifiants.Nouveau(horloge), Compte = compte, Nouveau = saisi!.Trim(), CleDuNouveau = cle, DemandeLe = maintenant, ExpireLe = maintenant + LienDeConnexion.DureeLongue };
            db.Add(changement);
            var (ancienne, non) = (Lien(UsageDeLien.AncienCourriel), Lien(UsageDeLien.AnnulerCourriel));
            poste.Deposer(db, titulaire.Courriel, Lettres.AncienCourriel(titulaire, Courriels.Masquer(changement.Nouveau), ancienne, non));
            poste.Deposer(db, changement.Nouveau, await db.Set<Compte>().AnyAsync(c => c.CleDuCourriel == cle, annulation)
                ? Lettres.CourrielDejaPris()
                : Lettres.NouveauCourriel(Lien(UsageDeLien.NouveauCourriel)));
            await db.SaveChangesAsync(annulation);
            return true;

            string Lien(UsageDeLien usage)
            {
                var (lien, secret) = LiensAUsageUnique.Faire(horloge, compte, usage, maintenant, LienDeConnexion.DureeLongue, objet: changement.Id);
                db.Add(lien);
                return $"{site}{LiensComptes.LienDeCourriel(secret)}";
            }
        }, annulation);

    /// <summary>One of the links is used. True when the address has changed. Called in the transaction of the link.</summary>
    public async Task<Resultat<bool>> RepondreAsync(FaireAvecDb db, LienEtCompte vu, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var compte = vu.Compte.Id;
        await db.VerrouillerAsync(compte, annulation);
        if (await db.Set<ChangementDeCourriel>().SingleOrDefaultAsync(c => c.Id == vu.Lien.Objet, annulation) is not { } changement || !changement.EnCours(maintenant))
        {
            return ErreursDeConnexion.ChangementFini;
        }

        vu.Lien.Utiliser(null, maintenant);
        if (vu.Lien.Usage == UsageDeLien.AnnulerCourriel)
        {
            changement.Annuler(maintenant);
            return false;
        }

        if (!changement.Accepter(vu.Lien.Usage, maintenant))
        {
            return false;
        }

        // Somebody may have taken the address meanwhile.
        if (await db.Set<Compte>().AnyAsync(c => c.CleDuCourriel == changement.CleDuNouveau, annulation))
        {
            return ErreursDeConnexion.ChangementFini;
        }

        var ancienne = vu.Compte.Courriel;
        (vu.Compte.Courriel, vu.Compte.CleDuCourriel) = (changement.Nouveau, changement.CleDuNouveau);
        changement.Finir(maintenant);
        // Whatever the former address holds still opens nothing any more: a link to sign in, the help of two colleagues.
        await LiensAUsageUnique.PerimerAsync(db, compte, vu.Lien.Id, maintenant, annulation);
        foreach (var secours in await db.Set<DemandeDeSecours>().Where(d => d.Compte == compte && (d.Etat == EtatDeSecours.EnAttente || d.Etat == EtatDeSecours.Accordee)).ToListAsync(annulation))
        {
            secours.Annuler(maintenant);
        }

        poste.Deposer(db, ancienne, Lettres.CourrielChange(vu.Compte));
        return true;
    }
}
