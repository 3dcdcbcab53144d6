using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Corrects, removes and gives back an act. After 30 days a reason is asked for, and kept in the journal: figures were published meanwhile.</summary>
internal sealed class CorrigerActivite(FaireAvecDb db, IEmplois emplois, ReperesDesLieux lieux, EtiquettesPermises etiquettes, CloturesDesOrganisations clotures, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>Longest reason.</summary>
    public const int MotifMax = 300;

    /// <summary>True when a reason is needed to touch it today.</summary>
    public async Task<bool> EstVerrouilleeAsync(Activite activite, CancellationToken annulation) =>
        JourDeParis.De(horloge.GetUtcNow()).DayNumber - activite.Jour.DayNumber > await JoursAsync(annulation);

    /// <param name="activite">The act, tracked.</param>
    /// <param name="saisie">All that it says from now on.</param>
    /// <param name="version">The one that was read.</param>
    /// <param name="motif">Why, when it is locked.</param>
    /// <param name="annulation">Gives up.</param>
    /// <param name="rejouable">True when what says nothing new is accepted whatever the version: the same sent again.</param>
    public async Task<Resultat<Activite>> CorrigerAsync(Activite activite, SaisieDActivite saisie, int version, string? motif, CancellationToken annulation, bool rejouable = false)
    {
        if (activite.SupprimeeLe is not null)
        {
            return ErreursActivites.Supprimee;
        }

        if (activite.Version != version && !rejouable)
        {
            return ErreursActivites.ModifieeEntreTemps;
        }

        if (await MotifAsync(activite, motif, ErreursActivites.Verrouillee.Message, annulation) is { } refus)
        {
            return refus;
        }

        var maintenant = horloge.GetUtcNow();
        var emploi = await emplois.LeJourAsync(activite.Auteur, activite.Organisation, saisie.Date ?? activite.Jour, annulation);
        // The register stays the act's: a correction doesn't count fewer people than signed either.
        var registre = activite.Registre is { } r
            ? await db.Set<Registre>().AsNoTracking().Where(x => x.Id == r).Select(x => new RegistreAJoindre(x.Id, x.Signatures ?? 0)).SingleOrDefaultAsync(annulation)
            : null;
        var verifiee = VerificationDActivite.Verifier(
            saisie with { Registre = activite.Registre },
            new ContexteDeSaisie
            {
                Id = activite.Id,
                Auteur = activite.Auteur,
                Organisation = activite.Organisation,
                Equipes = emploi?.Equipes ?? activite.Equipes,
                ConseillerNumerique = emploi?.Roles.Contains(Role.ConseillerNumerique) ?? activite.ConseillerNumerique,
                Maintenant = maintenant,
                Aujourdhui = lieux.Jour(emploi?.CommuneDuSiege, maintenant),
                PremierJour = emploi?.PremierJour ?? activite.Jour,
                Origine = activite.Origine,
                Etiquettes = await EtiquettesAsync(activite, saisie, emploi?.Equipes ?? activite.Equipes, annulation),
                Lieu = id => lieux.Lieu(id) ?? Inchange(activite, id),
                Commune = lieux.Commune,
                Siege = lieux.Commune(emploi?.CommuneDuSiege),
                Registre = registre,
            },
            activite.Empreinte);
        if (!verifiee.Reussi)
        {
            return Resultat<Activite>.Echec(verifiee.Erreurs);
        }

        if (!await PersonnesAsync(activite, verifiee.Valeur, annulation))
        {
            return ErreursActivites.PersonneInconnue;
        }

        var entree = db.Entry(activite);
        foreach (var propriete in entree.Metadata.GetProperties().Where(p => !Gardees.Contains(p.Name)))
        {
            var nouvelle = propriete.PropertyInfo!.GetValue(verifiee.Valeur.Activite);
            // Arrays that hold the same are the same: nothing changed, nothing is written.
            if (!propriete.GetValueComparer().Equals(entree.CurrentValues[propriete], nouvelle))
            {
                entree.CurrentValues[propriete] = nouvelle;
            }
        }

        await NoterAsync(activite, verifiee.Valeur.Note, annulation);
        if (!db.ChangeTracker.HasChanges())
        {
            return activite;
        }

        if (activite.Version != version)
        {
            db.Oublier();
            return ErreursActivites.ModifieeEntreTemps;
        }

        return await EcrireAsync(activite, maintenant, supprimee: false, annulation);
    }

    public async Task<Resultat<Activite>> SupprimerAsync(Activite activite, string? motif, CancellationToken annulation)
    {
        if (activite.SupprimeeLe is not null)
        {
            return activite;
        }

        if (await MotifAsync(activite, motif, ErreursActivites.VerrouilleeASupprimer, annulation) is { } refus)
        {
            return refus;
        }

        activite.SupprimeeLe = horloge.GetUtcNow();
        return await EcrireAsync(activite, activite.SupprimeeLe.Value, supprimee: true, annulation);
    }

    public async Task<Resultat<Activite>> RetablirAsync(Activite activite, CancellationToken annulation)
    {
        if (activite.SupprimeeLe is null)
        {
            return activite;
        }

        activite.SupprimeeLe = null;
        return await EcrireAsync(activite, horloge.GetUtcNow(), supprimee: false, annulation);
    }

    // What a correction leaves: who, when it came in, from where.
    private static readonly HashSet<string> Gardees =
    [
        nameof(Activite.Id), nameof(Activite.Auteur), nameof(Activite.Organisation), nameof(Activite.RendezVous), nameof(Activite.Registre), nameof(Activite.Origine), nameof(Activite.Empreinte),
        nameof(Activite.EnregistreeLe), nameof(Activite.ModifieeLe), nameof(Activite.Version), nameof(Activite.SupprimeeLe),
    ];

    // Those that the act has stay, even put away since, or those of a team that its author left.
    private async Task<Dictionary<Guid, Guid>> EtiquettesAsync(Activite activite, SaisieDActivite saisie, IReadOnlyList<Guid> equipes, CancellationToken annulation)
    {
        var permises = (await etiquettes.LireAsync(activite.Auteur, activite.Organisation, equipes, saisie.Etiquettes, annulation)).ToDictionary();
        foreach (var deja in activite.Etiquettes)
        {
            permises.TryAdd(deja, deja);
        }

        return permises;
    }

    // A place that closed since stays where the act was.
    private static Endroit? Inchange(Activite activite, string id) => id == activite.Lieu ? new Endroit(activite.Lieu, activite.Commune, activite.Departement) : null;

    private async Task<Resultat<Activite>> EcrireAsync(Activite activite, DateTimeOffset maintenant, bool supprimee, CancellationToken annulation)
    {
        activite.Version++;
        activite.ModifieeLe = maintenant;
        db.Publier(new ActiviteModifiee(activite.Id, activite.Jour, activite.Organisation, supprimee));
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(annulation);
            await db.SaveChangesAsync(annulation);
            if (!supprimee)
            {
                await db.Database.ExecuteSqlAsync($"SELECT accompagnement.tenir_la_journee({activite.Auteur}, {activite.Jour})", annulation);
            }

            await transaction.CommitAsync(annulation);
            return activite;
        }
        catch (PostgresException e) when (e.SqlState == EnregistrerActivite.JourneeTropPleine)
        {
            db.Oublier();
            return ErreursActivites.JourneeTropPleine;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Oublier();
            return ErreursActivites.ModifieeEntreTemps;
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: CloturesDesOrganisations.CodeSql })
        {
            db.Oublier();
            return await clotures.RefusAsync(activite.Organisation, annulation);
        }
    }

    private async Task<bool> PersonnesAsync(Activite activite, ActiviteVerifiee verifiee, CancellationToken annulation)
    {
        var presentes = await db.Set<UnAccompagnement>().Where(a => a.Activite == activite.Id).ToListAsync(annulation);
        var nouvelles = verifiee.Personnes.Except(presentes.Select(p => p.Personne)).ToList();
        if (nouvelles.Count > 0 && await db.Set<Domain.Personnes.PersonneAccompagnee>().CountAsync(p => nouvelles.Contains(p.Id) && p.FusionneeDans == null, annulation) < nouvelles.Count)
        {
            return false;
        }

        db.RemoveRange(presentes.Where(p => !verifiee.Personnes.Contains(p.Personne)));
        foreach (var reste in presentes.Where(p => verifiee.Personnes.Contains(p.Personne)))
        {
            reste.Jour = verifiee.Activite.Jour;
        }

        db.AddRange(nouvelles.Select(p => new UnAccompagnement { Activite = activite.Id, Personne = p, Auteur = activite.Auteur, Jour = verifiee.Activite.Jour }));
        return true;
    }

    private async Task NoterAsync(Activite activite, string? texte, CancellationToken annulation)
    {
        var note = await db.Set<NoteDActivite>().SingleOrDefaultAsync(n => n.Activite == activite.Id, annulation);
        switch (note, texte)
        {
            case (null, not null):
                db.Add(new NoteDActivite { Activite = activite.Id, Auteur = activite.Auteur, Texte = texte });
                break;
            case (not null, null):
                db.Remove(note);
                break;
            case (not null, not null):
                note.Texte = texte;
                break;
            default:
                break;
        }
    }

    private async Task<Erreur?> MotifAsync(Activite activite, string? motif, string phrase, CancellationToken annulation)
    {
        var dit = motif?.Trim() is { Length: > 0 and <= MotifMax } m ? m : null;
        // Kept in the journal, in clear.
        if (TextesCourts.Refuse(dit))
        {
            return ErreursActivites.TexteRefuse with { Champ = "motif" };
        }

        ecriture.Motif = dit;
        if (dit is not null || !await EstVerrouilleeAsync(activite, annulation))
        {
            return null;
        }

        return ErreursActivites.Verrouillee with { Message = string.Format(System.Globalization.CultureInfo.InvariantCulture, phrase, await JoursAsync(annulation)) };
    }

    private async Task<long> JoursAsync(CancellationToken annulation) =>
        await db.ParametreAsync("accompagnement.verrou_jours", JourDeParis.De(horloge.GetUtcNow()), annulation) ?? 30;
}
