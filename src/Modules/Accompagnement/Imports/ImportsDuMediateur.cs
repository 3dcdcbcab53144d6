using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>What a médiateur decides of their imports: columns, doubles, confirmation, giving up, rollback.</summary>
internal sealed class ImportsDuMediateur(FaireAvecDb db, TravauxDesImports travaux, ContexteAcces acces, TimeProvider horloge)
{
    public Task<ImportDActivites?> TrouverAsync(Guid id, Guid auteur, CancellationToken annulation) => db.Set<ImportDActivites>().SingleOrDefaultAsync(i => i.Id == id && i.Auteur == auteur, annulation);

    /// <summary>Says what the columns are; the file is read again.</summary>
    public async Task<Resultat<bool>> DireLesColonnesAsync(ImportDActivites import, IReadOnlyList<ColonneDuFichier> colonnes, ReglagesDImport reglages, CancellationToken annulation)
    {
        if (colonnes.Where(c => ChampsDImport.Trouver(c.Champ) is { Lu: true }).GroupBy(c => c.Champ).Any(g => g.Count() > 1))
        {
            return ErreursImports.ColonneDeuxFois;
        }

        if (!colonnes.Any(c => c.Champ == ChampsDImport.Date) || !colonnes.Any(c => c.Champ == ChampsDImport.Duree))
        {
            return ErreursImports.ColonnesManquent;
        }

        if (import.EffaceLe is not null)
        {
            return ErreursImports.Efface;
        }

        (import.Colonnes, import.Reglages, import.Phrase, import.Faites, import.Outil) = (colonnes, reglages, null, 0, ChampsDImport.Outil(colonnes));
        return await PasserAsync(import, EtatDImport.Lecture, ErreursImports.EntreTemps, annulation);
    }

    public async Task<Resultat<bool>> ConfirmerAsync(ImportDActivites import, bool doublonsAAjouter, bool corrections, CancellationToken annulation)
    {
        (import.Reglages, import.Faites) = (import.Reglages with { DoublonsAAjouter = doublonsAAjouter, Corrections = corrections }, 0);
        return await PasserAsync(import, EtatDImport.Ecriture, ErreursImports.PasAVerifier, annulation);
    }

    public async Task<Resultat<bool>> AnnulerAsync(ImportDActivites import, CancellationToken annulation)
    {
        import.Faites = 0;
        return await PasserAsync(import, EtatDImport.Annulation, ErreursImports.PasTermine, annulation);
    }

    /// <summary>Gives up before anything is written; the file goes at once.</summary>
    public async Task<Resultat<bool>> AbandonnerAsync(ImportDActivites import, CancellationToken annulation)
    {
        import.EffaceLe = horloge.GetUtcNow();
        var passe = await PasserAsync(import, EtatDImport.Abandonne, ErreursImports.PasAVerifier, annulation);
        if (passe.Reussi)
        {
            await db.EffacerLesContenusAsync(db.Set<ImportDActivites>().Where(i => i.Id == import.Id), annulation);
        }

        return passe;
    }

    /// <summary>Decides of one act against the general choice.</summary>
    public Task<int> DeciderAsync(ImportDActivites import, IReadOnlyCollection<int> montres, IReadOnlyCollection<int> coches, CancellationToken annulation) =>
        db.Set<LigneDImport>().Where(l => l.Import == import.Id && montres.Contains(l.Rang) && l.Fait == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Decision, x => coches.Contains(x.Rang)), annulation);

    /// <summary>Decides of those whose box isn't as it was shown: the others follow the general choice, which may have changed since.</summary>
    public async Task DeciderCeQuiChangeAsync(ImportDActivites import, IReadOnlyCollection<int> montres, IReadOnlyCollection<int> coches, CancellationToken annulation)
    {
        var lignes = await db.Set<LigneDImport>().AsNoTracking().Where(l => l.Import == import.Id && montres.Contains(l.Rang) && l.Fait == null).ToListAsync(annulation);
        var changees = lignes.Where(l => l.Choisie(import.Reglages) is { } montree && montree != coches.Contains(l.Rang)).Select(l => l.Rang).ToList();
        if (changees.Count > 0)
        {
            await DeciderAsync(import, changees, coches, annulation);
        }
    }

    private async Task<Resultat<bool>> PasserAsync(ImportDActivites import, EtatDImport vers, Erreur sinon, CancellationToken annulation)
    {
        if (!import.Passer(vers, horloge.GetUtcNow()))
        {
            return sinon;
        }

        try
        {
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ErreursImports.EntreTemps;
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            // A refused file that was deposited again meanwhile.
            db.ChangeTracker.Clear();
            return ErreursImports.DejaDepose;
        }

        if (EtatsDImport.EnTravail.Contains(vers))
        {
            travaux.Demander(import.Id, acces);
        }

        return true;
    }
}
