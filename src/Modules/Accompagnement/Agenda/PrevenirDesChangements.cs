using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>
/// Tells those who booked that who receives gave up or moved what they booked: by the address that they proved, and by SMS when they agreed to it. Who
/// gives up by themselves knows it already.
/// </summary>
internal sealed class PrevenirDesChangements(
    FaireAvecDb db, ContactsDesReservations contacts, JetonsDeReservation jetons, AdresseDuSite adresses, INomsDesLieux lieux, ICourrier courrier, ICourtsMessages courtsMessages, TimeProvider horloge)
    : IGestionnaire<RendezVousAnnule>, IGestionnaire<RendezVousDeplace>, IGestionnaire<AtelierAnnule>
{
    private const string Categorie = "accompagnement.changement";

    public async Task TraiterAsync(RendezVousAnnule evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        if (evenement.Par == nameof(AuteurDAnnulation.Mediateur) && await db.Set<RendezVous>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == evenement.RendezVous, annulation) is { } r)
        {
            await DireAsync(r, "Annule", r.Debut, r.Fuseau, r.Lieu, null, annulation);
        }
    }

    public async Task TraiterAsync(RendezVousDeplace evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        // Moved again meanwhile, or given up: that event tells.
        if (await db.Set<RendezVous>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == evenement.Nouveau && r.Etat == EtatDeRendezVous.Pris, annulation) is { } r)
        {
            await DireAsync(r, "Deplace", r.Debut, r.Fuseau, r.Lieu, null, annulation);
        }
    }

    public async Task TraiterAsync(AtelierAnnule evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        if (await db.Set<AtelierPrevu>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == evenement.Atelier && a.AnnuleLe != null, annulation) is not { } atelier)
        {
            return;
        }

        foreach (var inscription in await db.Set<Inscription>().AsNoTracking().Where(i => i.Atelier == atelier.Id && (i.Place != null || i.Etat == EtatDInscription.EnAttente)).ToListAsync(annulation))
        {
            await DireAsync(inscription, "Annule", atelier.Debut, atelier.Fuseau, atelier.Lieu, atelier.Titre, annulation);
        }
    }

    // An event may come twice: the same ids go with the messages, that the gateway and the programs that receive mail know.
    private async Task DireAsync(Reservation r, string cle, DateTimeOffset debut, string fuseau, string lieu, string? titre, CancellationToken annulation)
    {
        var (courriel, mobile) = (contacts.CourrielProuve(r), contacts.MobileAccorde(r));
        if (debut <= horloge.GetUtcNow() || (courriel is null && mobile is null))
        {
            return;
        }

        var lien = adresses.Complete(LiensAgenda.Reservation(await jetons.DonnerAsync(r.Id, UsageDeJeton.Reservation, annulation)));
        var langue = MotsDesRappels.Culture(r.Langue);
        var quoi = titre is null ? MotsReservation.Dans(langue, "Courriel.RendezVous") : MotsReservation.Dans(langue, "Courriel.Atelier", titre);
        object[] mots = [quoi, MotsReservation.MomentDans(langue, debut, fuseau), lieux.Trouver(lieu)?.Nom ?? "", lien];
        if (mobile is not null)
        {
            var mention = courtsMessages.MentionDeStop;
            var texte = AlphabetGsm.Rapprocher(MotsReservation.Dans(langue, $"Sms.{cle}", mots) + (mention.Length > 0 ? $" {mention}" : ""));
            await courtsMessages.EnvoyerAsync(new CourtMessage(mobile, texte, $"{Categorie} {cle} {r.Id:N}") { Categorie = Categorie }, annulation);
        }

        if (courriel is not null)
        {
            await courrier.EnvoyerAsync(
                new Message(courriel, MotsReservation.Dans(langue, $"Courriel.{cle}.Objet"), MotsReservation.Dans(langue, $"Courriel.{cle}.Texte", mots)) { Categorie = Categorie, Identifiant = $"changement.{cle.ToLowerInvariant()}.{r.Id:N}" },
                annulation);
        }
    }
}
