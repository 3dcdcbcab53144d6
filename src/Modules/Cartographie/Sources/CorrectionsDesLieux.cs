using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Corrections of fields by hand: made, taken back, closed when the source changes its value, offered back to the producer.</summary>
internal sealed class CorrectionsDesLieux(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>
    /// Corrects fields of a place that a source gives. A field set back to what the source says needs no correction: the one in force, if any, is
    /// taken back. All fields or none.
    /// </summary>
    /// <param name="id">Source record; one made by hand is changed itself (<see cref="SaisieDesLieux"/>).</param>
    /// <param name="valeurs">Columns of the standard and their texts as in a CSV cell; null = the field is empty.</param>
    /// <param name="annulation">Gives up.</param>
    /// <returns>The corrections now in force for the place.</returns>
    public async Task<Resultat<IReadOnlyList<CorrectionDeChamp>>> CorrigerAsync(string id, IReadOnlyDictionary<string, string?> valeurs, CancellationToken annulation)
    {
        if (valeurs.Keys.FirstOrDefault(c => !CorrectionDeChamp.Champs.Contains(c, StringComparer.Ordinal)) is { } inconnu)
        {
            return ErreursSources.ChampInconnu(inconnu);
        }

        if (await db.Set<Lieu>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, annulation) is not { } lieu)
        {
            return ErreursSources.LieuInconnu(id);
        }

        var enVigueur = await db.Set<CorrectionDeChamp>().Where(c => c.Lieu == id && c.Etat == EtatCorrection.Active).ToListAsync(annulation);
        var fiche = VerificationDeFiche.Avec(VerificationDeFiche.Avec(lieu, enVigueur.ToDictionary(c => c.Champ, c => c.Valeur, StringComparer.Ordinal)), valeurs);
        var (verifie, anomalies) = VerificationDeFiche.Verifier(fiche, horloge);
        var fautes = anomalies.Where(a => EstTouche(a.Champ, valeurs)).ToList();
        if (fautes.Count > 0)
        {
            return Resultat<IReadOnlyList<CorrectionDeChamp>>.Echec([.. fautes.Select(a => ErreursSources.ValeurRefusee(a.Champ, a.Raison))]);
        }

        var maintenant = horloge.GetUtcNow();
        var nouvelles = new List<CorrectionDeChamp>();
        foreach (var champ in valeurs.Keys)
        {
            var (juste, dite) = ((verifie ?? fiche).Texte(champ), lieu.Texte(champ));
            var ancienne = enVigueur.SingleOrDefault(c => c.Champ == champ);
            if (ancienne is not null ? ancienne.Valeur == juste : dite == juste)
            {
                continue;
            }

            ancienne?.Passer(EtatCorrection.Retiree, maintenant);
            if (dite != juste)
            {
                nouvelles.Add(new CorrectionDeChamp { Id = Identifiants.Nouveau(horloge), Lieu = id, Champ = champ, Valeur = juste, ValeurDeLaSource = dite, Auteur = ecriture.Acteur, Motif = ecriture.Motif, CreeeLe = maintenant });
            }
        }

        // Several records of one place are corrected together: the transaction is then the caller's.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(annulation) : null;
        // The ones taken back first: two in force for one field are refused.
        await db.SaveChangesAsync(annulation);
        db.AddRange(nouvelles);
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        if (transaction is not null)
        {
            await transaction.CommitAsync(annulation);
        }

        return Resultat<IReadOnlyList<CorrectionDeChamp>>.Ok([.. enVigueur.Where(c => c.Etat == EtatCorrection.Active), .. nouvelles]);
    }

    /// <summary>Takes a correction back: the source's value is shown again.</summary>
    public async Task<Resultat<CorrectionDeChamp>> RetirerAsync(Guid id, CancellationToken annulation)
    {
        var correction = await db.Set<CorrectionDeChamp>().SingleOrDefaultAsync(c => c.Id == id, annulation);
        if (correction is null || !correction.Passer(EtatCorrection.Retiree, horloge.GetUtcNow()))
        {
            return ErreursSources.CorrectionInconnue(id);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        await transaction.CommitAsync(annulation);
        return correction;
    }

    /// <summary>
    /// After an import: the corrections whose value the source has changed are closed. Saved with the import. Returns them, to be said.
    /// </summary>
    /// <param name="modifies">Places that the import changed.</param>
    /// <param name="import">The import.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<IReadOnlyList<CorrectionDeChamp>> ConfronterAsync(IReadOnlyCollection<string> modifies, Guid import, CancellationToken annulation)
    {
        if (modifies.Count == 0)
        {
            return [];
        }

        var ids = modifies.ToArray();
        var actives = await db.Set<CorrectionDeChamp>().Where(c => c.Etat == EtatCorrection.Active && ids.Contains(c.Lieu)).ToListAsync(annulation);
        var concernes = actives.Select(c => c.Lieu).Distinct(StringComparer.Ordinal).ToArray();
        var lieux = await db.Set<Lieu>().AsNoTracking().Where(l => concernes.Contains(l.Id)).ToDictionaryAsync(l => l.Id, StringComparer.Ordinal, annulation);
        var maintenant = horloge.GetUtcNow();
        return [.. actives.Where(c => c.Confronter(lieux[c.Lieu].Texte(c.Champ), import, maintenant))];
    }

    /// <summary>What a producer would have to change in its own file: its corrections in force.</summary>
    public async Task<Resultat<IReadOnlyList<CorrectionARendre>>> ARendreAsync(string source, CancellationToken annulation)
    {
        if (!await db.Set<Source>().AnyAsync(s => s.Code == source, annulation))
        {
            return ErreursSources.SourceInconnue(source);
        }

        return Resultat<IReadOnlyList<CorrectionARendre>>.Ok(await (
            from c in db.Set<CorrectionDeChamp>()
            join l in db.Set<Lieu>() on c.Lieu equals l.Id
            where l.Source == source && c.Etat == EtatCorrection.Active
            orderby l.Id, c.Champ
            select new CorrectionARendre(l.Id, l.Nom, c.Champ, c.ValeurDeLaSource, c.Valeur, c.Motif, c.CreeeLe)).ToListAsync(annulation));
    }

    /// <summary>True when a change has to do with a field. Another field of the row may be wrong already: that isn't its business. A position is one thing in two fields.</summary>
    public static bool EstTouche(string champ, IReadOnlyDictionary<string, string?> valeurs) =>
        valeurs.ContainsKey(champ) || (champ is "latitude" or "longitude" && (valeurs.ContainsKey("latitude") || valeurs.ContainsKey("longitude")));
}
