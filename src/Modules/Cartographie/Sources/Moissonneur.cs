using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Harvests one source: its file, given or fetched, becomes rows, then places that are mapped, cleaned, compared with the known ones, and written — or
/// held when the source loses too many of them, until a person releases or refuses. Same file twice: nothing. Two at once on one source take turns.
/// </summary>
internal sealed class Moissonneur(FaireAvecDb db, RecuperationDeFichier recuperation, LectureDeSource lecture, CorrectionsDesLieux corrections, AlerteDeSource alerte, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>An import that ends as « Echec » is a success of this method: its reason is told by <see cref="ImportDeLieux.Raison"/>.</summary>
    public async Task<Resultat<ImportDeLieux>> MoissonnerAsync(string code, DemandeDeMoisson demande, CancellationToken annulation)
    {
        await using var donne = demande.Fichier;
        var annoncee = await AnnoncerAsync(code, demande, annulation);
        if (annoncee.Erreur is { } refus)
        {
            return refus;
        }

        await using var annonce = annoncee.Valeur;
        return await FaireAsync(annonce, demande, annulation);
    }

    /// <summary>Writes the import, which waits for its turn; <see cref="FaireAsync"/>, on the same instance, does it.</summary>
    public async Task<Resultat<ImportAnnonce>> AnnoncerAsync(string code, DemandeDeMoisson demande, CancellationToken annulation)
    {
        var lue = await SourceAsync(code, demande, annulation);
        if (lue.Erreur is { } refus)
        {
            return refus;
        }

        var import = new ImportDeLieux
        {
            Id = Identifiants.Nouveau(horloge),
            Source = code,
            Origine = demande.Fichier is null ? OrigineImport.Url : OrigineImport.Fichier,
            Fichier = demande.Fichier is null ? new Uri(lue.Valeur.Url!).GetLeftPart(UriPartial.Path) : Path.GetFileName(demande.NomDuFichier ?? "fichier"),
            Auteur = ecriture.Acteur,
            DebutLe = horloge.GetUtcNow(),
            Statut = StatutImport.EnAttente,
        };
        var prise = await db.TenirAsync(import.Id, annulation);
        try
        {
            db.Add(import);
            await db.SaveChangesAsync(annulation);
        }
        catch
        {
            await prise.DisposeAsync();
            throw;
        }

        return new ImportAnnonce(import, prise);
    }

    /// <summary>Does an import that was announced. The file of the request is left open.</summary>
    public async Task<ImportDeLieux> FaireAsync(ImportAnnonce annonce, DemandeDeMoisson demande, CancellationToken annulation)
    {
        var import = annonce.Import;

        // Read again: while the import waited, somebody may have closed the source, or changed its mapping.
        var lue = await SourceAsync(import.Source!, demande, annulation);
        if (lue.Erreur is { } refus)
        {
            return await EchouerAsync(import.Id, refus.Message);
        }

        var source = lue.Valeur;
        try
        {
            import.Passer(StatutImport.EnCours, horloge.GetUtcNow());
            (import.DebutLe, import.VersionDeCorrespondance) = (horloge.GetUtcNow(), source.VersionEnCours);
            await db.SaveChangesAsync(annulation);
            await LireAsync(source, import, demande, annulation);
        }
        catch (FichierIllisibleException e)
        {
            import = await EchouerAsync(import.Id, e.Message);
        }
        catch (OperationCanceledException)
        {
            await EchouerAsync(import.Id, "Arrêté avant la fin. Rien n’a été changé.");
            throw;
        }
        catch (Exception e) when (e is not Npgsql.NpgsqlException)
        {
            await EchouerAsync(import.Id, "Une panne du programme a arrêté la lecture. Rien n’a été changé.");
            throw;
        }

        if (import.Statut is StatutImport.Retenu or StatutImport.Echec && !demande.ABlanc && !demande.Retenir)
        {
            await alerte.DireAsync(source, import, annulation);
        }

        return import;
    }

    /// <summary>The source, when what is asked for may be read.</summary>
    private async Task<Resultat<Source>> SourceAsync(string code, DemandeDeMoisson demande, CancellationToken annulation)
    {
        if (await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return ErreursSources.SourceInconnue(code);
        }

        if (source.Etat == EtatSource.Retiree || (source.Etat == EtatSource.Suspendue && !demande.ABlanc))
        {
            return ErreursSources.SourceFermee(code, source.Etat == EtatSource.Retiree ? "retirée" : "suspendue");
        }

        return demande.Fichier is null && source.Url is null ? ErreursSources.SansAdresse(code) : source;
    }

    /// <summary>Publishes a held import: exactly the rows that were held.</summary>
    public async Task<Resultat<ImportDeLieux>> LibererAsync(Guid id, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var retenu = await RetenuAsync(id, annulation);
        if (!retenu.Reussi)
        {
            return retenu;
        }

        var import = retenu.Valeur;
        var source = await db.Set<Source>().AsNoTracking().SingleAsync(s => s.Code == import.Source, annulation);
        await db.DirePourLHistoriqueAsync(ecriture, horloge.GetUtcNow(), id, annulation);
        var lus = await LieuxLus.CreerAsync(db, annulation);
        var refusees = await lus.ReprendreAsync(id, annulation);
        await PublierAsync(lus, import, source.Complet ? refusees : null, ecriture.Motif ?? "Libéré.", annulation);
        await FinirLAttenteAsync("liberation", import, annulation);
        await transaction.CommitAsync(annulation);
        return import;
    }

    /// <summary>Refuses a held import: nothing changes, and the same file isn't read again.</summary>
    public async Task<Resultat<ImportDeLieux>> RefuserAsync(Guid id, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var retenu = await RetenuAsync(id, annulation);
        if (!retenu.Reussi)
        {
            return retenu;
        }

        retenu.Valeur.Passer(StatutImport.Annule, horloge.GetUtcNow(), ecriture.Motif ?? "Refusé.");
        await FinirLAttenteAsync("refus", retenu.Valeur, annulation);
        await transaction.CommitAsync(annulation);
        return retenu;
    }

    private async Task LireAsync(Source source, ImportDeLieux import, DemandeDeMoisson demande, CancellationToken annulation)
    {
        var avancer = demande.Progres;
        // The fetch counts for a fifth: reading and writing are most of the work.
        var recupere = demande.Fichier is { } donne ? new FichierRecupere(null, null, null) : await RecupererAsync(source, import, demande, avancer is null ? null : p => avancer(p / 5), annulation);
        if (recupere is null)
        {
            return;
        }

        var flux = await Ouverture.DeplierAsync(demande.Fichier ?? recupere.Contenu!, annulation);
        using var fichier = await lecture.OuvrirAsync(source, flux, annulation);
        import.Empreinte = await fichier.EmpreinteAsync(annulation);
        if (!demande.Forcer && !demande.ABlanc && source.EmpreinteDuFichier == Cle(import))
        {
            await FinirAsync(import, StatutImport.Inchange, "C’est le fichier qui a été lu la dernière fois.", annulation);
            await RetenirLeServeurAsync(source.Code, recupere, null, annulation);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.PrendreSourceAsync(source.Code, annulation);
        await db.DirePourLHistoriqueAsync(ecriture, import.DebutLe, import.Id, annulation);
        var lus = await LieuxLus.CreerAsync(db, annulation);
        var releve = new ReleveDImport(import, annulation);
        await using (var copie = await lus.CopierAsync(annulation))
        {
            await foreach (var lieu in fichier.LieuxAsync(releve, avancer is null ? null : p => avancer(0.2 + (p * 0.7)), annulation))
            {
                await copie.EcrireAsync(lieu, annulation);
            }

            await copie.FinirAsync(annulation);
        }

        foreach (var autre in await lus.EcarterCeuxDesAutresAsync(annulation))
        {
            releve.Rejeter(0, autre, null, "id", "id.autre_source", autre, "Cet identifiant est celui d’un lieu d’une autre source.");
            import.Gardes--;
        }

        await DeciderAsync(source, import, lus, releve, demande, annulation);
        await EcritureDesAnomalies.EcrireAsync(db, releve.Anomalies, annulation);
        await db.SaveChangesAsync(annulation);
        if (!demande.ABlanc)
        {
            await RetenirLeServeurAsync(source.Code, recupere, Cle(import), annulation);
        }

        await transaction.CommitAsync(annulation);
        avancer?.Invoke(1);
    }

    /// <summary>Published, held, unchanged or dry.</summary>
    private async Task DeciderAsync(Source source, ImportDeLieux import, LieuxLus lus, ReleveDImport releve, DemandeDeMoisson demande, CancellationToken annulation)
    {
        var refusees = source.Complet ? await RefuseesAsync(source.Code, releve, annulation) : null;
        var difference = await lus.ComparerAsync(refusees, source.Code, annulation);
        (import.Ajoutes, import.Modifies, import.Retires) = (difference.Ajoutes, difference.Modifies, difference.Retires);
        import.Inchanges = import.Gardes - import.Ajoutes - import.Modifies;
        import.Avant = await AvantAsync(source, import, annulation);
        var chute = ChuteDeSource.Depasse(import.Avant, import.Gardes, source.SeuilDeChute);
        var raison = chute ? $"La source passe de {import.Avant} à {import.Gardes} lieux : {ChuteDeSource.PointsDeBase(import.Avant, import.Gardes) / 100} % de moins." : null;
        if (demande.ABlanc)
        {
            import.Passer(StatutImport.ABlanc, horloge.GetUtcNow(), raison is null ? null : $"{raison} L’import serait retenu.");
        }
        else if (chute || (demande.Retenir && !difference.Rien))
        {
            await lus.MettreEnAttenteAsync(import.Id, refusees ?? [], annulation);
            import.Passer(StatutImport.Retenu, horloge.GetUtcNow(), $"{raison ?? "Le fichier est lu, pour être regardé d’abord."} Rien n’est publié tant que personne n’a décidé.");
            db.Journaliser(Entree("retenue", import));
        }
        else if (difference.Rien)
        {
            import.Passer(StatutImport.Inchange, horloge.GetUtcNow());
        }
        else
        {
            await PublierAsync(lus, import, refusees, null, annulation);
            db.Journaliser(Entree("import", import));
        }
    }

    /// <summary>Ids of the places whose row was refused: by the row's id, or by its name when it has none.</summary>
    private async Task<IReadOnlyCollection<string>> RefuseesAsync(string code, ReleveDImport releve, CancellationToken annulation)
    {
        var noms = releve.NomsRefuses.ToArray();
        return noms.Length == 0 ? releve.Refusees : [.. releve.Refusees, .. await db.Set<Lieu>().Where(l => l.Source == code && noms.Contains(l.Nom)).Select(l => l.Id).ToListAsync(annulation)];
    }

    private async Task PublierAsync(LieuxLus lus, ImportDeLieux import, IReadOnlyCollection<string>? refusees, string? raison, CancellationToken annulation)
    {
        var ecrit = await lus.EcrireAsync(refusees, import.Source, annulation);
        (import.Ajoutes, import.Modifies, import.Retires) = (ecrit.Ajoutes, ecrit.Modifies.Count, ecrit.Retires.Count);
        import.Inchanges = import.Gardes - import.Ajoutes - import.Modifies;
        import.Passer(StatutImport.Publie, horloge.GetUtcNow(), raison);
        await db.PublierLesRetraitsAsync(ecrit.Retires, horloge.GetUtcNow(), annulation);
        var depassees = (await corrections.ConfronterAsync(ecrit.Modifies, import.Id, annulation)).Select(c => new AnomalieDImport
        {
            Import = import.Id,
            Source = import.Source,
            Ligne = 0,
            Lieu = c.Lieu,
            Champ = c.Champ,
            Regle = "correction.depassee",
            Niveau = NiveauAnomalie.Avertissement,
            Avant = c.Valeur,
            Message = "La source a changé cette valeur : la correction faite à la main est close.",
            Instant = import.DebutLe,
        }).ToList();
        await EcritureDesAnomalies.EcrireAsync(db, depassees, annulation);
    }

    /// <summary>Number that the source had: of places when its file holds them all, of rows kept last time otherwise.</summary>
    private async Task<int> AvantAsync(Source source, ImportDeLieux import, CancellationToken annulation) => source.Complet
        ? await db.Set<Lieu>().CountAsync(l => l.Source == source.Code, annulation)
        : await db.Set<ImportDeLieux>()
            .Where(i => i.Source == source.Code && i.Id != import.Id && i.Gardes > 0 && (i.Statut == StatutImport.Publie || i.Statut == StatutImport.Inchange))
            .OrderByDescending(i => i.DebutLe).Select(i => i.Gardes).FirstOrDefaultAsync(annulation);

    /// <summary>The file, or null when there is nothing to read: the import is then finished.</summary>
    private async Task<FichierRecupere?> RecupererAsync(Source source, ImportDeLieux import, DemandeDeMoisson demande, Action<double>? progres, CancellationToken annulation)
    {
        // What the server said holds for the mapping of that time: with another one, the same file must be read again.
        var conditionnel = !demande.Forcer && !demande.ABlanc && source.EmpreinteDuFichier is { } derniere && derniere.EndsWith(Suffixe(import), StringComparison.Ordinal);
        var recupere = await recuperation.RecupererAsync(new Uri(source.Url!), conditionnel ? source.Etag : null, conditionnel ? source.ModifieeLe : null, progres, annulation);
        if (!recupere.Reussi)
        {
            await FinirAsync(import, StatutImport.Echec, recupere.Erreur!.Message, annulation);
            return null;
        }

        if (recupere.Valeur.Contenu is not null)
        {
            return recupere.Valeur;
        }

        await FinirAsync(import, StatutImport.Inchange, "Le serveur du producteur dit que le fichier n’a pas changé.", annulation);
        await RetenirLeServeurAsync(source.Code, recupere.Valeur, null, annulation);
        return null;
    }

    // A rate, not a change of the source: nightly dates don't belong in the journal.
    private Task<int> RetenirLeServeurAsync(string code, FichierRecupere recupere, string? empreinte, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        return db.Set<Source>().Where(s => s.Code == code).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.RecupereeLe, maintenant)
                .SetProperty(x => x.Etag, x => empreinte == null ? x.Etag : recupere.Etag)
                .SetProperty(x => x.ModifieeLe, x => empreinte == null ? x.ModifieeLe : recupere.ModifieLe)
                .SetProperty(x => x.EmpreinteDuFichier, x => empreinte ?? x.EmpreinteDuFichier),
            annulation);
    }

    private async Task FinirAsync(ImportDeLieux import, StatutImport statut, string raison, CancellationToken annulation)
    {
        import.Passer(statut, horloge.GetUtcNow(), raison);
        await db.SaveChangesAsync(annulation);
    }

    private async Task<ImportDeLieux> EchouerAsync(Guid id, string raison)
    {
        // What was begun is forgotten: the import as it is in the database is the truth.
        db.ChangeTracker.Clear();
        var import = await db.Set<ImportDeLieux>().SingleAsync(i => i.Id == id);
        await FinirAsync(import, StatutImport.Echec, raison, CancellationToken.None);
        return import;
    }

    private async Task<Resultat<ImportDeLieux>> RetenuAsync(Guid id, CancellationToken annulation)
    {
        var code = await db.Set<ImportDeLieux>().Where(i => i.Id == id).Select(i => i.Source).SingleOrDefaultAsync(annulation);
        if (code is not null)
        {
            await db.PrendreSourceAsync(code, annulation);
        }

        var import = await db.Set<ImportDeLieux>().SingleOrDefaultAsync(i => i.Id == id, annulation);
        return import switch
        {
            null => ErreursSources.ImportInconnu(id),
            { Statut: not StatutImport.Retenu } => ErreursSources.ImportPasRetenu(id),
            _ => import,
        };
    }

    private async Task FinirLAttenteAsync(string action, ImportDeLieux import, CancellationToken annulation)
    {
        var id = import.Id;
        await db.Set<LigneEnAttente>().Where(l => l.Import == id).ExecuteDeleteAsync(annulation);
        db.Journaliser(Entree(action, import));
        await db.SaveChangesAsync(annulation);
    }

    private static string Cle(ImportDeLieux import) => import.Empreinte + Suffixe(import);

    private static string Suffixe(ImportDeLieux import) => $"/{import.VersionDeCorrespondance}";

    private static EntreeJournal Entree(string action, ImportDeLieux i) =>
        new(action, "cartographie.Lieu", i.Empreinte, null, JsonSerializer.Serialize(new { i.Source, i.Lus, i.Ajoutes, i.Modifies, i.Retires, i.Rejetes, i.Retenus }));
}
