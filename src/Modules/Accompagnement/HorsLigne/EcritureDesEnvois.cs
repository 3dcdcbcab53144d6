using System.Globalization;
using System.Text.Json.Nodes;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>
/// Writes one thing that a device sent, by the services of the ordinary pages: their rules, their rights, their ids. Those services write once what comes twice
/// under one id, so that a cut between the write and its receipt is mended by sending again.
/// </summary>
internal sealed class EcritureDesEnvois(
    FaireAvecDb db, EnregistrerActivite enregistrer, MesureDeSaisie mesure, RegistresDAteliers registres, AgendaDuMediateur agenda, AteliersDuMediateur ateliers, SuiviDesPersonnes suivi,
    INomsDesLieux lieux, Demandeur demandeur, TableDesDroits droits, TimeProvider horloge)
{
    private Identite Moi => demandeur.Identite!;

    public async Task<ResultatDEnvoi> EcrireAsync(Appareil appareil, GenreDEnvoi genre, long numero, JsonObject corps, CancellationToken annulation)
    {
        var droit = genre switch
        {
            GenreDEnvoi.Activite => DroitsDeLAccompagnement.EcrireDesActivites,
            GenreDEnvoi.Carte => DroitsDeLAccompagnement.SuivreDesPersonnes,
            _ => DroitsDeLAccompagnement.TenirUnAgenda,
        };
        if (!droits.Permet(demandeur.Identite, droit))
        {
            return ResultatDEnvoi.Refuse(ErreursHorsLigne.SansDroit);
        }

        return genre switch
        {
            GenreDEnvoi.Activite => await ActiviteAsync(appareil, corps, annulation),
            GenreDEnvoi.Presence => await PresenceAsync(appareil, numero, corps, annulation),
            GenreDEnvoi.RendezVous => await RendezVousAsync(appareil, corps, annulation),
            GenreDEnvoi.Carte => await CarteAsync(appareil, corps, annulation),
            _ => ResultatDEnvoi.PlusTard(ErreursHorsLigne.GenreInconnu),
        };
    }

    private async Task<ResultatDEnvoi> ActiviteAsync(Appareil appareil, JsonObject corps, CancellationToken annulation)
    {
        if (LectureDEnvoi.Formulaire(corps) is not { } f)
        {
            return ResultatDEnvoi.Refuse(ErreursHorsLigne.EnvoiIllisible);
        }

        RegistreAJoindre? registre = null;
        if (f.Registre is { } id)
        {
            var lu = await registres.AJoindreAsync(id, Moi.Compte, appareil.Organisation, annulation);
            if (!lu.Reussi)
            {
                return ResultatDEnvoi.Refuse(lu.Erreur);
            }

            registre = lu.Valeur;
        }

        var lue = f.Lire(adresse => lieux.Reconnaitre(adresse)?.Id);
        if (!lue.Reussi)
        {
            return ResultatDEnvoi.Refuse(Toutes(lue.Erreurs));
        }

        var gardee = await enregistrer.ExecuterAsync(lue.Valeur, f.Id, Moi.Compte, appareil.Organisation, OrigineDActivite.HorsLigne, annulation, registre);
        if (gardee.Reussi)
        {
            if (gardee.Valeur.Nouvelle)
            {
                var secondes = Math.Clamp(LectureDEnvoi.Lire<OuvertureDuFormulaire>(corps)?.Secondes ?? 0, 0, TempsDeSaisie.SecondesMax);
                await mesure.FinirAsync(f.Id, Moi.Compte, horloge.GetUtcNow().ToUnixTimeSeconds() - secondes, annulation);
            }

            return ResultatDEnvoi.Accepte();
        }

        if (gardee.Erreur!.Code == ErreursActivites.IdDejaPris.Code && await MienneAsync(a => a.Id == f.Id, annulation))
        {
            return ResultatDEnvoi.Conflit(ErreursHorsLigne.Activite);
        }

        return gardee.Erreur.Code == ErreursActivites.RendezVousDejaNote.Code && await MienneAsync(a => a.RendezVous == f.RendezVous, annulation)
            ? ResultatDEnvoi.Conflit(ErreursHorsLigne.RendezVousNote)
            : ResultatDEnvoi.Refuse(Toutes(gardee.Erreurs));
    }

    private async Task<ResultatDEnvoi> PresenceAsync(Appareil appareil, long numero, JsonObject corps, CancellationToken annulation)
    {
        if (LectureDEnvoi.Lire<PresenceEnvoyee>(corps) is not { Notes: { } lues } presence || lues.Any(n => n is null))
        {
            return ResultatDEnvoi.Refuse(ErreursHorsLigne.EnvoiIllisible);
        }

        if (await ateliers.TrouverAsync(Moi.Compte, presence.Atelier, annulation) is not { } atelier)
        {
            return ResultatDEnvoi.Refuse(ErreursHorsLigne.AtelierInconnu);
        }

        // A batch that comes late doesn't undo what the same device said after it.
        var (sujet, ici) = (atelier.Id, appareil.Id);
        if (await db.Set<Envoi>().AnyAsync(e => e.Appareil == ici && e.Sujet == sujet && e.Numero > numero && e.Etat == EtatDEnvoi.Accepte, annulation))
        {
            return new(EtatDEnvoi.Depasse, null, sujet);
        }

        var notes = lues.OfType<NoteDePresence>().ToList();
        var etats = (await ateliers.InscriptionsAsync(sujet, annulation)).ToDictionary(i => i.Id, i => i.Etat);
        var autrement = notes.Count(n => etats.TryGetValue(n.Inscription, out var etat) && NoteeAutrement(n, etat));
        if (autrement > 0)
        {
            return ResultatDEnvoi.Conflit(ErreursHorsLigne.Presence with { Message = string.Format(CultureInfo.InvariantCulture, ErreursHorsLigne.Presence.Message, MotsHorsLigne.N("Personnes", autrement)) }, sujet);
        }

        var notees = await ateliers.NoterAsync(atelier, NoteDePresence.Qui(notes, presentes: true), NoteDePresence.Qui(notes, presentes: false), annulation);
        return notees.Reussi ? ResultatDEnvoi.Accepte(sujet)
            : notees.Erreur == ErreursAgenda.EntreTemps ? ResultatDEnvoi.PlusTard(ErreursHorsLigne.PlusTard)
            : ResultatDEnvoi.Refuse(Toutes(notees.Erreurs));
    }

    private async Task<ResultatDEnvoi> RendezVousAsync(Appareil appareil, JsonObject corps, CancellationToken annulation)
    {
        if (LectureDEnvoi.Lire<RendezVousEnvoye>(corps) is not { } r || r.Id == Guid.Empty)
        {
            return ResultatDEnvoi.Refuse(ErreursHorsLigne.EnvoiIllisible);
        }

        var saisie = Saisie(r);
        var pris = await agenda.PrendreAsync(saisie, Moi.Compte, appareil.Organisation, annulation);
        if (pris.Reussi)
        {
            return ResultatDEnvoi.Accepte();
        }

        if (pris.Erreur!.Code != ErreursAgenda.Occupe.Code)
        {
            return ResultatDEnvoi.Refuse(Toutes(pris.Erreurs));
        }

        return ResultatDEnvoi.Conflit(await agenda.PrisDepuisAsync(saisie, Moi.Compte, appareil.Organisation, annulation) is { } depuis
            ? ErreursHorsLigne.Creneau with { Message = string.Format(CultureInfo.InvariantCulture, ErreursHorsLigne.Creneau.Message, MotsHorsLigne.Quand(depuis, horloge.GetUtcNow())) }
            : ErreursAgenda.Occupe);
    }

    private async Task<ResultatDEnvoi> CarteAsync(Appareil appareil, JsonObject corps, CancellationToken annulation)
    {
        if (LectureDEnvoi.Lire<CarteEnvoyee>(corps) is not { } carte || carte.Personne == Guid.Empty)
        {
            return ResultatDEnvoi.Refuse(ErreursHorsLigne.EnvoiIllisible);
        }

        var ouverte = await suivi.OuvrirAvecUneCarteReserveeAsync(carte.Personne, appareil.Id, carte.Numero, annulation);
        return ouverte.Reussi ? ResultatDEnvoi.Accepte() : ResultatDEnvoi.Refuse(ouverte.Erreur);
    }

    /// <summary>The ordinary form of an appointment.</summary>
    internal static SaisieDeRendezVous Saisie(RendezVousEnvoye r) => new()
    {
        Id = r.Id,
        Personne = r.Personne,
        Qui = new SaisieDeReservation { Prenom = r.Prenom, Telephone = r.Telephone, Sms = r.Sms, Besoin = r.Besoin },
        Lieu = r.Lieu,
        Date = r.Date,
        De = r.De,
        Duree = r.Duree,
    };

    /// <summary>True when somebody noted the contrary of it, after what the device knew.</summary>
    internal static bool NoteeAutrement(NoteDePresence note, EtatDInscription etat) =>
        note.Vu is { } vu && (etat is EtatDInscription.Presente or EtatDInscription.Absente) && etat.ToString() != vu && etat != (note.Presente ? EtatDInscription.Presente : EtatDInscription.Absente);

    private Task<bool> MienneAsync(System.Linq.Expressions.Expression<Func<Activite, bool>> laquelle, CancellationToken annulation)
    {
        var moi = Moi.Compte;
        return db.Set<Activite>().Where(a => a.Auteur == moi && a.SupprimeeLe == null).AnyAsync(laquelle, annulation);
    }

    // Every fault at once, under the code of the first.
    private static Erreur Toutes(IReadOnlyList<Erreur> erreurs) => erreurs[0] with { Message = string.Join(' ', erreurs.Select(e => e.Message).Distinct(StringComparer.Ordinal)) };
}
