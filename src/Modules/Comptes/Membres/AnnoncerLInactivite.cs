using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>Writes to the holder of an account that isn't used. Nothing leaves when they came back meanwhile.</summary>
internal sealed class AnnoncerLInactivite(FaireAvecDb db, ICourrier courrier, AdresseDuSite site, TimeProvider horloge) : IGestionnaire<InactiviteAAnnoncer>
{
    public async Task TraiterAsync(InactiviteAAnnoncer evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        var compte = await db.Set<Compte>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == evenement.Compte, annulation);
        if (compte is null || compte.Etat != (evenement.Suspendu ? EtatDeCompte.Suspendu : EtatDeCompte.Actif) || compte.DerniereConnexionLe > evenement.Le)
        {
            return;
        }

        var jour = JourDeParis.De(horloge.GetUtcNow());
        var avis = await db.ParametreAsync(SuivreLesInactifs.MoisAvis, jour, annulation) ?? 0;
        var suspension = await db.ParametreAsync(SuivreLesInactifs.MoisSuspension, jour, annulation) ?? 0;
        var cle = evenement.Suspendu ? "Courriel.Inactivite.Suspension" : "Courriel.Inactivite.Avis";
        var texte = MotsMembres.T($"{cle}.Texte", compte.Prenom, evenement.Suspendu ? suspension : avis, Affichage.Jour(evenement.Le.AddMonths((int)Math.Max(0, suspension - avis))), site.Complete(LiensComptes.Connexion));
        await courrier.EnvoyerAsync(new Message(compte.Courriel, MotsMembres.T($"{cle}.Objet"), texte) { Categorie = "comptes.inactivite" }, annulation);
    }
}
