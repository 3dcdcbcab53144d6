using System.Globalization;
using System.Text.Json.Nodes;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>Something sent that waits for its author, and what stands in its place.</summary>
internal sealed record EnvoiLu(Envoi Envoi, string Appareil, JsonObject? Corps, FormulaireDActivite? Formulaire, Activite? Autre, IReadOnlyList<LigneComparee> Lignes)
{
    /// <summary>True when one of the two is kept.</summary>
    public bool AChoisir => Envoi.Etat == EtatDEnvoi.Conflit && (Autre is not null || Envoi.Genre == GenreDEnvoi.Presence);
}

/// <summary>One line of both.</summary>
internal sealed record LigneComparee(string Quoi, string? Ici, string? Autre)
{
    public bool Differe => Ici != Autre;
}

/// <summary>What devices sent and that couldn't be written: opened in the ordinary form, kept over what stands there, or given up. Always by the ordinary services.</summary>
internal sealed class EnvoisARevoir(
    FaireAvecDb db, ClesDesEnvois cles, Brouillons brouillons, CorrigerActivite corriger, AteliersDuMediateur ateliers, ContactsDesReservations contacts, INomsDesLieux lieux, ITerritoires territoires, TimeProvider horloge)
{
    public async Task<IReadOnlyList<(Envoi Envoi, string Appareil)>> ListerAsync(Guid compte, CancellationToken annulation) =>
        [.. (await db.Set<Envoi>().AsNoTracking().Where(e => e.Compte == compte && (e.Etat == EtatDEnvoi.Refuse || e.Etat == EtatDEnvoi.Conflit))
            .Join(db.Set<Appareil>(), e => e.Appareil, a => a.Id, (e, a) => new { Envoi = e, a.Nom }).OrderByDescending(x => x.Envoi.RecuLe).Take(Envoi.EnAttenteMax).ToListAsync(annulation)).Select(x => (x.Envoi, x.Nom))];

    /// <summary>One of one's own, decided or not; null when there is none.</summary>
    public async Task<EnvoiLu?> LireAsync(Guid appareil, Guid id, Guid compte, CancellationToken annulation)
    {
        if (await db.Set<Envoi>().SingleOrDefaultAsync(e => e.Appareil == appareil && e.Id == id && e.Compte == compte, annulation) is not { } envoi)
        {
            return null;
        }

        var nom = await db.Set<Appareil>().Where(a => a.Id == appareil).Select(a => a.Nom).SingleAsync(annulation);
        // Content of a version that is too old is kept as it came: what of it still reads is shown.
        var corps = cles.Ouvrir(envoi) is { } texte && LectureDEnvoi.Mettre(envoi.Genre, VersionsDEnvoi.Courante, texte) is { Reussi: true } lu ? lu.Valeur : null;
        var formulaire = envoi.Genre == GenreDEnvoi.Activite && corps is not null ? LectureDEnvoi.Formulaire(corps) : null;
        var autre = formulaire is not null && envoi.Etat == EtatDEnvoi.Conflit ? await AutreAsync(formulaire, compte, annulation) : null;
        return new(envoi, nom, corps, formulaire, autre, await LignesAsync(envoi, corps, formulaire, autre, annulation));
    }

    /// <summary>Its author gives it up, keeps what stands there, or wrote it elsewhere.</summary>
    public async Task<Resultat<bool>> DeciderAsync(Envoi envoi, EtatDEnvoi vers, CancellationToken annulation)
    {
        var fait = envoi.Decider(vers, horloge.GetUtcNow());
        await db.SaveChangesAsync(annulation);
        return fait;
    }

    /// <summary>The act goes to the drafts, where the ordinary form finds it; its id there.</summary>
    public async Task<Resultat<Guid>> EnBrouillonAsync(EnvoiLu lu, CancellationToken annulation)
    {
        if (lu.Formulaire is not { } f || !EtatsDEnvoi.ARevoir(lu.Envoi.Etat))
        {
            return ErreursHorsLigne.DejaDecide;
        }

        // An id that is an act's already would be refused again.
        var id = f.Id;
        if (await db.Set<Activite>().AnyAsync(a => a.Id == id, annulation))
        {
            f.Id = Kernel.Temps.Identifiants.Nouveau(horloge);
        }

        if (!await brouillons.GarderAsync(f, lu.Envoi.Compte, annulation))
        {
            return ErreursHorsLigne.TropLong;
        }

        var fait = await DeciderAsync(lu.Envoi, EtatDEnvoi.Repris, annulation);
        return fait.Reussi ? f.Id : Resultat<Guid>.Echec(fait.Erreurs);
    }

    /// <summary>This one over what stands there: a correction, by the rules of corrections.</summary>
    public async Task<Resultat<bool>> GarderCelleCiAsync(EnvoiLu lu, CancellationToken annulation)
    {
        var fait = lu switch
        {
            { Autre: { } autre, Formulaire: { } f } => await CorrigerAsync(autre, f, annulation),
            { Envoi.Genre: GenreDEnvoi.Presence, Corps: { } corps } => await NoterAsync(corps, lu.Envoi.Compte, annulation),
            _ => ErreursHorsLigne.DejaDecide,
        };
        return fait.Reussi ? await DeciderAsync(lu.Envoi, EtatDEnvoi.Repris, annulation) : fait;
    }

    private async Task<Resultat<bool>> CorrigerAsync(Activite autre, FormulaireDActivite f, CancellationToken annulation)
    {
        var lue = f.Lire(adresse => lieux.Reconnaitre(adresse)?.Id);
        if (!lue.Reussi)
        {
            return Resultat<bool>.Echec(lue.Erreurs);
        }

        var corrigee = await corriger.CorrigerAsync(autre, lue.Valeur, autre.Version, null, annulation);
        return corrigee.Reussi ? true : Resultat<bool>.Echec(corrigee.Erreurs);
    }

    private async Task<Resultat<bool>> NoterAsync(JsonObject corps, Guid compte, CancellationToken annulation)
    {
        if (LectureDEnvoi.Lire<PresenceEnvoyee>(corps) is not { Notes: { } lues } presence || await ateliers.TrouverAsync(compte, presence.Atelier, annulation) is not { } atelier)
        {
            return ErreursHorsLigne.AtelierInconnu;
        }

        var notes = lues.OfType<NoteDePresence>().ToList();
        var fait = await ateliers.NoterAsync(atelier, NoteDePresence.Qui(notes, presentes: true), NoteDePresence.Qui(notes, presentes: false), annulation);
        return fait.Reussi ? true : Resultat<bool>.Echec(fait.Erreurs);
    }

    private async Task<Activite?> AutreAsync(FormulaireDActivite f, Guid compte, CancellationToken annulation)
    {
        var (id, rendezVous) = (f.Id, f.RendezVous);
        return await db.Set<Activite>().Where(a => a.Auteur == compte && a.SupprimeeLe == null && (a.Id == id || (rendezVous != null && a.RendezVous == rendezVous))).OrderByDescending(a => a.Id == id).FirstOrDefaultAsync(annulation);
    }

    private async Task<IReadOnlyList<LigneComparee>> LignesAsync(Envoi envoi, JsonObject? corps, FormulaireDActivite? formulaire, Activite? autre, CancellationToken annulation)
    {
        if (formulaire is not null)
        {
            var note = autre is null ? null : await db.Set<NoteDActivite>().AsNoTracking().Where(n => n.Activite == autre.Id).Select(n => n.Texte).SingleOrDefaultAsync(annulation);
            var personnes = autre is null ? [] : await db.Set<UnAccompagnement>().AsNoTracking().Where(a => a.Activite == autre.Id).Select(a => a.Personne).ToListAsync(annulation);
            var (ici, la) = (Decrire(formulaire), autre is null ? null : Decrire(FormulaireDActivite.De(autre, note, personnes, code => territoires.Commune(code)?.Nom)));
            return [.. ici.Select((l, i) => new LigneComparee(l.Quoi, l.Valeur, la?[i].Valeur)).Where(l => l.Ici is not null || l.Autre is not null)];
        }

        if (corps is null)
        {
            return [];
        }

        switch (envoi.Genre)
        {
            case GenreDEnvoi.Presence when LectureDEnvoi.Lire<PresenceEnvoyee>(corps) is { Notes: { } notes } presence:
                var inscrits = (await ateliers.InscriptionsAsync(presence.Atelier, annulation)).ToDictionary(i => i.Id);
                var noms = await contacts.NommerAsync(inscrits.Values, annulation);
                return
                [
                    .. notes.OfType<NoteDePresence>().Where(n => inscrits.ContainsKey(n.Inscription)).Select(n => new LigneComparee(
                        noms[n.Inscription], MotsReservation.T($"Etat.{(n.Presente ? EtatDInscription.Presente : EtatDInscription.Absente)}"), MotsReservation.T($"Etat.{inscrits[n.Inscription].Etat}"))),
                ];
            case GenreDEnvoi.RendezVous when LectureDEnvoi.Lire<RendezVousEnvoye>(corps) is { } r:
                return
                [
                    .. new LigneComparee[]
                    {
                        new(MotsAgenda.T("Nouveau.Qui"), r.Prenom, null),
                        new(MotsAgenda.T("Nouveau.Date"), r.Date is { } d ? MotsActivites.JourLong(d) : null, null),
                        new(MotsAgenda.T("Nouveau.De"), r.De, null),
                        new(MotsAgenda.T("Nouveau.Duree"), r.Duree is { } m and > 0 and < 1440 ? PageDActivite.EnHeures(m) : null, null),
                        new(MotsAgenda.T("Nouveau.Lieu"), lieux.Trouver(r.Lieu)?.Nom, null),
                    }.Where(l => l.Ici is not null),
                ];
            case GenreDEnvoi.Carte when LectureDEnvoi.Lire<CarteEnvoyee>(corps) is { } c:
                return [new(MotsHorsLigne.T("Carte.Numero"), c.Numero, null)];
            default:
                return [];
        }
    }

    // Always the same lines in the same order: two acts are compared line by line.
    private List<(string Quoi, string? Valeur)> Decrire(FormulaireDActivite f) =>
    [
        (MotsActivites.T("Activites.Type"), TypesDActivite.Lire(f.Type)?.Libelle),
        (MotsActivites.T("Ecrire.Quand"), f.Jour is { } jour ? MotsActivites.Jour(jour) : null),
        (MotsActivites.T("Ecrire.Duree"), f.DureeEnMinutes is { } minutes and > 0 ? PageDActivite.EnHeures(minutes) : null),
        (MotsActivites.T("Ecrire.Ou"), f.TypeDeLieu == Listes.LieuActivite ? lieux.Trouver(f.Lieu)?.Nom : string.Join(", ", new[] { Listes.TypesDeLieu.Termes.FirstOrDefault(t => t.Code == f.TypeDeLieu)?.Libelle, territoires.Commune(f.CodeCommune)?.Nom }.OfType<string>())),
        (MotsActivites.T("Ecrire.Thematiques"), Dit(string.Join(", ", f.Thematiques.Select(Thematiques.Libelle).OfType<string>().Order(StringComparer.CurrentCulture)))),
        (MotsActivites.T("Ecrire.Posture"), PosturesToutesPretes.Toutes.FirstOrDefault(p => p.Code == f.Posture)?.Libelle ?? (f.Posture == FormulaireDActivite.Reglee ? string.Create(CultureInfo.InvariantCulture, $"{f.ALaPlace} / {f.Avec} / {f.Faire}") : null)),
        (MotsActivites.T("Ecrire.Demarche"), Dit(f.Demarche)),
        (MotsActivites.T("Ecrire.Titre"), Dit(f.Titre)),
        (MotsActivites.T("Charge.Service.Court"), ServicesEnLigne.Libelle(f.Service) ?? Dit(f.NomDuService)),
        (MotsActivites.T("Charge.Cause"), Listes.CausesDeCharge.Libelle(f.Cause)),
        (MotsActivites.T("Charge.Minutes.Court"), f.TempsPerdu is { } perdues and > 0 ? PageDActivite.EnHeures(perdues) : null),
        (MotsActivites.T("Ecrire.Total"), f.Total?.ToString(CultureInfo.CurrentCulture)),
        (MotsActivites.T("Ecrire.Personnes"), f.Personnes.Count == 0 ? null : f.Personnes.Count.ToString(CultureInfo.CurrentCulture)),
        (MotsActivites.T("Ecrire.Suite"), Dit(f.Suite)),
        (MotsActivites.T("Ecrire.Notes"), Dit(f.Notes)),
    ];

    private static string? Dit(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte;
}
