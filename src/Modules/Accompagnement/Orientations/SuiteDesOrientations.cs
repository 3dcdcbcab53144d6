using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>What happens to an orientation once it is sent: answered, honoured, closed, taken back. The caller has found it, under its own rights.</summary>
internal sealed class SuiteDesOrientations(FaireAvecDb db, Demandeur demandeur, IGensDesOrganisations gens, TimeProvider horloge)
{
    /// <summary>A move by the receiver. On this context: that of the request, or that of a signed link.</summary>
    public static Task<Resultat<EtatDOrientation>> RepondreAsync(FaireAvecDb db, TimeProvider horloge, Orientation orientation, GesteDuReceveur geste, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var avant = orientation.RepondueLe;
        var passee = geste.Quoi switch
        {
            "recevoir" => orientation.Recevoir(maintenant),
            "rdv" => orientation.FixerLeRendezVous(geste.Rdv, maintenant),
            "refuser" => orientation.Refuser(geste.Motif, maintenant),
            "honorer" => orientation.Honorer(ConfirmationDArrivee.Receveur, maintenant),
            "absente" => orientation.NePasHonorer(maintenant),
            "clore" => orientation.Clore(geste.Resultat, maintenant),
            _ => ErreursOrientation.HorsListe,
        };
        if (!passee.Reussi)
        {
            return Task.FromResult(passee);
        }

        if (avant is null && orientation.RepondueLe is not null)
        {
            db.Publier(new OrientationRepondue(orientation.Id, orientation.Organisation, passee.Valeur != EtatDOrientation.Refusee, maintenant));
        }

        return EcrireAsync(db, passee, annulation);
    }

    /// <summary>The person told who sent them that they came.</summary>
    public Task<Resultat<EtatDOrientation>> EstVenueAsync(Orientation orientation, CancellationToken annulation) => Ecrire(orientation.Honorer(ConfirmationDArrivee.Personne, horloge.GetUtcNow()), annulation);

    /// <summary>The person changed their mind.</summary>
    public Task<Resultat<EtatDOrientation>> RetirerAsync(Orientation orientation, CancellationToken annulation) => Ecrire(orientation.Retirer(horloge.GetUtcNow()), annulation);

    /// <summary>Names who stays with the person: oneself, or a colleague of one's organisation.</summary>
    public async Task<Resultat<Guid>> NommerLeReferentAsync(Guid besoin, Guid? referent, CancellationToken annulation)
    {
        var moi = demandeur.Identite!;
        if (await db.Set<BesoinExprime>().SingleOrDefaultAsync(b => b.Id == besoin && b.Auteur == moi.Compte, annulation) is not { } trouve)
        {
            return ErreursOrientation.Introuvable;
        }

        if (referent is not { } choisi || (choisi != moi.Compte && !(await gens.MediateursAsync(trouve.Organisation, annulation)).Any(c => c.Compte == choisi)))
        {
            return ErreursOrientation.ReferentInconnu;
        }

        var nomme = trouve.NommerLeReferent(choisi, horloge.GetUtcNow());
        if (nomme.Reussi)
        {
            await db.SaveChangesAsync(annulation);
        }

        return nomme;
    }

    /// <summary>The need is no longer there.</summary>
    public async Task<bool> ClorLeBesoinAsync(Guid besoin, CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        if (await db.Set<BesoinExprime>().SingleOrDefaultAsync(b => b.Id == besoin && (b.Auteur == moi || b.ReferentUnique == moi), annulation) is not { } trouve)
        {
            return false;
        }

        if (trouve.Clore(horloge.GetUtcNow()))
        {
            await db.SaveChangesAsync(annulation);
        }

        return true;
    }

    private Task<Resultat<EtatDOrientation>> Ecrire(Resultat<EtatDOrientation> passee, CancellationToken annulation) => passee.Reussi ? EcrireAsync(db, passee, annulation) : Task.FromResult(passee);

    private static async Task<Resultat<EtatDOrientation>> EcrireAsync(FaireAvecDb db, Resultat<EtatDOrientation> passee, CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            return passee;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ErreursOrientation.Etat;
        }
    }
}
