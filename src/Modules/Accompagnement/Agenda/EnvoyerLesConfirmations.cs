using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>
/// Writes to who gave an address, so that they confirm: the only message to an address that nobody has verified. A place confirmed or given up meanwhile
/// needs none.
/// </summary>
internal sealed class EnvoyerLesConfirmations(FaireAvecDb db, ContactsDesReservations contacts, JetonsDeReservation jetons, AdresseDuSite adresses, INomsDesLieux lieux, ICourrier courrier, TimeProvider horloge)
    : IGestionnaire<RendezVousPris>, IGestionnaire<InscriptionPrise>, IGestionnaire<PlaceLiberee>
{
    public async Task TraiterAsync(RendezVousPris evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        if (evenement.AConfirmer && await db.Set<RendezVous>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == evenement.RendezVous && r.Etat == EtatDeRendezVous.Pris, annulation) is { } r)
        {
            await EcrireAsync(r, "Courriel.Confirmer", r.Debut, r.Fuseau, r.Lieu, null, annulation);
        }
    }

    public async Task TraiterAsync(InscriptionPrise evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        if (evenement is { AConfirmer: true })
        {
            await EcrireAsync(evenement.Inscription, "Courriel.Confirmer", annulation);
        }
    }

    public async Task TraiterAsync(PlaceLiberee evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        if (evenement.Proposee is { } inscription)
        {
            await EcrireAsync(inscription, "Courriel.Offre", annulation);
        }
    }

    private async Task EcrireAsync(Guid inscription, string cle, CancellationToken annulation)
    {
        if (await db.Set<Inscription>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == inscription && i.Etat == EtatDInscription.Inscrite, annulation) is { } i)
        {
            var atelier = await db.Set<AtelierPrevu>().AsNoTracking().SingleAsync(a => a.Id == i.Atelier, annulation);
            await EcrireAsync(i, cle, atelier.Debut, atelier.Fuseau, atelier.Lieu, atelier.Titre, annulation);
        }
    }

    private async Task EcrireAsync(Reservation r, string cle, DateTimeOffset debut, string fuseau, string lieu, string? titre, CancellationToken annulation)
    {
        if (r.TenueJusqua is not { } jusqua || jusqua <= horloge.GetUtcNow() || contacts.Courriel(r) is not { } adresse)
        {
            return;
        }

        var lien = adresses.Complete(LiensAgenda.Reservation(await jetons.DonnerAsync(r.Id, UsageDeJeton.Courriel, annulation)));
        var (langue, nom) = (MotsDesRappels.Culture(r.Langue), lieux.Trouver(lieu)?.Nom ?? "");
        var quoi = titre is null ? MotsReservation.Dans(langue, "Courriel.RendezVous") : MotsReservation.Dans(langue, "Courriel.Atelier", titre);
        await courrier.EnvoyerAsync(
            new Message(adresse, MotsReservation.Dans(langue, $"{cle}.Objet"), MotsReservation.Dans(langue, $"{cle}.Texte", quoi, MotsReservation.MomentDans(langue, debut, fuseau), nom, MotsReservation.MomentDans(langue, jusqua, fuseau), lien))
            {
                Categorie = "accompagnement.reservation",
                Identifiant = $"{cle.ToLowerInvariant()}.{r.Id:N}",
            },
            annulation);
    }
}
