using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Places made, changed, taken off the map and put back by hand. The reason is the <see cref="ContexteEcriture.Motif"/>; the history is written by the database.</summary>
internal sealed class SaisieDesLieux(FaireAvecDb db, CorrectionsDesLieux corrections, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>A new place of the source « saisie ». Its id is made here.</summary>
    public async Task<Resultat<Lieu>> CreerAsync(FicheLieu fiche, CancellationToken annulation)
    {
        var id = $"{Source.Saisie}_{Identifiants.Nouveau(horloge):N}";
        var verifie = Verifier(fiche, new Dictionary<string, string?>(StringComparer.Ordinal) { ["id"] = id, ["source"] = Source.Saisie });
        if (!verifie.Reussi)
        {
            return verifie;
        }

        await EcrireAsync("creation", id, verifie.Valeur, () => db.Add(verifie.Valeur), annulation);
        return verifie.Valeur;
    }

    /// <summary>Changes fields of a place: itself when it was made by hand, by corrections when a source gives it.</summary>
    /// <param name="id">The source record.</param>
    /// <param name="valeurs">Columns of the standard and their texts as in a CSV cell; null = empty.</param>
    /// <param name="annulation">Gives up.</param>
    /// <returns>The place as it is shown from now on.</returns>
    public async Task<Resultat<FicheLieu>> ModifierAsync(string id, IReadOnlyDictionary<string, string?> valeurs, CancellationToken annulation)
    {
        if (await db.Set<Lieu>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, annulation) is not { } lieu)
        {
            return ErreursSources.LieuInconnu(id);
        }

        if (valeurs.Keys.FirstOrDefault(c => !CorrectionDeChamp.Champs.Contains(c, StringComparer.Ordinal)) is { } inconnu)
        {
            return ErreursSources.ChampInconnu(inconnu);
        }

        if (lieu.Source != Source.Saisie)
        {
            var corrige = await corrections.CorrigerAsync(id, valeurs, annulation);
            return corrige.Reussi
                ? VerificationDeFiche.Avec(lieu, corrige.Valeur.ToDictionary(c => c.Champ, c => c.Valeur, StringComparer.Ordinal))
                : Resultat<FicheLieu>.Echec(corrige.Erreurs);
        }

        var verifie = Verifier(lieu, valeurs);
        if (!verifie.Reussi)
        {
            return Resultat<FicheLieu>.Echec(verifie.Erreurs);
        }

        var nouveau = verifie.Valeur;
        if (nouveau.Empreinte.AsSpan().SequenceEqual(lieu.Empreinte))
        {
            return Resultat<FicheLieu>.Ok(lieu);
        }

        nouveau.Retenu = lieu.Retenu == Lieu.Depublie ? Lieu.Depublie : nouveau.Retenu;
        await EcrireAsync("modification", id, nouveau, () =>
        {
            // The row keeps the day when it was made.
            var suivi = db.Attach(lieu);
            suivi.CurrentValues.SetValues(nouveau);
            suivi.Property(l => l.CreeLe).CurrentValue = suivi.Property(l => l.CreeLe).OriginalValue;
        }, annulation);
        return Resultat<FicheLieu>.Ok(nouveau);
    }

    /// <summary>What is wrong in the fields that are changed, without changing anything: told with the other faults of the form.</summary>
    public IReadOnlyList<Erreur> Fautes(FicheLieu fiche, IReadOnlyDictionary<string, string?> valeurs) =>
        [.. VerificationDeFiche.Verifier(VerificationDeFiche.Avec(fiche, valeurs), horloge).Anomalies.Where(a => CorrectionsDesLieux.EstTouche(a.Champ, valeurs)).Select(a => ErreursSources.ValeurRefusee(a.Champ, a.Raison))];

    /// <summary>Takes a place off the map, with all its source records: no import puts them back.</summary>
    /// <param name="id">A place, or one of its records.</param>
    /// <param name="annulation">Gives up.</param>
    public Task<Resultat<IReadOnlyList<Lieu>>> DepublierAsync(string id, CancellationToken annulation) =>
        ChangerAsync("depublication", id, l => l.Retenu == Lieu.Depublie ? l.Retenu : Lieu.Depublie, annulation);

    /// <summary>Puts it back, unless the rule holds it.</summary>
    public Task<Resultat<IReadOnlyList<Lieu>>> RepublierAsync(string id, CancellationToken annulation) =>
        ChangerAsync("republication", id, l => l.Retenu != Lieu.Depublie ? l.Retenu : Retenue.MotifDe(l), annulation);

    private async Task<Resultat<IReadOnlyList<Lieu>>> ChangerAsync(string action, string id, Func<Lieu, string?> retenu, CancellationToken annulation)
    {
        var groupe = await db.Set<MembreDeGroupe>().Where(m => m.Lieu == id).Select(m => m.Groupe).SingleOrDefaultAsync(annulation) ?? id;
        var fiches = await db.Set<MembreDeGroupe>().Where(m => m.Groupe == groupe).Select(m => m.Lieu).ToListAsync(annulation);
        var ids = fiches.Count == 0 ? [id] : fiches.ToArray();
        var lieux = await db.Set<Lieu>().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).ToListAsync(annulation);
        if (lieux.Count == 0)
        {
            return ErreursSources.LieuInconnu(id);
        }

        var changes = lieux.Where(l => retenu(l) != l.Retenu).ToList();
        if (changes.Count == 0)
        {
            return ErreursSources.DejaAinsi(id);
        }

        var maintenant = horloge.GetUtcNow();
        await EcrireAsync(action, groupe, changes[0], () =>
        {
            foreach (var lieu in changes)
            {
                lieu.Retenu = retenu(lieu);
                lieu.ModifieLe = maintenant;
            }

            if (action == "depublication")
            {
                db.Publier(new LieuRetire(groupe, maintenant));
            }
        }, annulation);
        return Resultat<IReadOnlyList<Lieu>>.Ok(changes);
    }

    private async Task EcrireAsync(string action, string id, Lieu lieu, Action changer, CancellationToken annulation)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(annulation) : null;
        await db.DirePourLHistoriqueAsync(ecriture, horloge.GetUtcNow(), null, annulation);
        changer();
        db.Journaliser(new EntreeJournal(action, "cartographie.Lieu", id, null, JsonSerializer.Serialize(new { lieu.Nom, lieu.Commune, lieu.Retenu })));
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        if (transaction is not null)
        {
            await transaction.CommitAsync(annulation);
        }
    }

    private Resultat<Lieu> Verifier(FicheLieu fiche, IReadOnlyDictionary<string, string?> valeurs)
    {
        var (lieu, anomalies) = VerificationDeFiche.Verifier(VerificationDeFiche.Avec(fiche, valeurs), horloge);
        // A person is in front of the form: what a file would lose in silence is told and mended here.
        return lieu is not null && anomalies.Count == 0 ? lieu : Resultat<Lieu>.Echec([.. anomalies.Select(a => ErreursSources.ValeurRefusee(a.Champ, a.Raison))]);
    }
}
