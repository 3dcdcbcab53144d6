using System.Data;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Cartographie.Publication;

/// <summary>
/// Publishes the open data: all the files of a day at once, or none. They are made of one snapshot of the database, then written in one transaction,
/// so that nobody ever reads half a publication. The same data on the same day changes nothing.
/// </summary>
internal sealed class Publieur(FaireAvecDb db, CatalogueLieux catalogue, FichiersDePublication faiseur, ContexteEcriture ecriture, IConfiguration configuration, TimeProvider horloge)
{
    // Two publications at once take turns.
    private const long Verrou = 0x7075_626C_6965;

    public async Task<PublicationDuJour> PublierAsync(CancellationToken annulation)
    {
        var (contenu, fichiers) = await FaireAsync(annulation);
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Verrou})", annulation);
        var jour = contenu.Jour;
        var existante = await db.Set<PublicationDuJour>().AsNoTracking().SingleOrDefaultAsync(p => p.Jour == jour, annulation);
        if (existante is not null && await MemesFichiersAsync(jour, fichiers, annulation))
        {
            return existante;
        }

        await db.Set<PublicationDuJour>().Where(p => p.Jour == jour).ExecuteDeleteAsync(annulation);
        var publication = new PublicationDuJour
        {
            Jour = jour,
            Instant = horloge.GetUtcNow(),
            Lieux = contenu.Lieux.Count,
            Ajoutes = contenu.Changements.Ajoutes.Count,
            Modifies = contenu.Changements.Modifies.Count,
            Retires = contenu.Changements.Retires.Count,
            Precedente = contenu.Changements.Precedente,
            Auteur = ecriture.Acteur,
        };
        db.Add(publication);
        db.AddRange(fichiers.Select(f => f.EnBase(jour)));
        db.Journaliser(new EntreeJournal("publication", "cartographie.Publication", FichiersDePublication.Jour(jour), null, $$"""{"Lieux":{{publication.Lieux}},"Sha256":"{{fichiers[^1].Sha256}}"}"""));
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        // The bytes of the files aren't kept in memory by the context.
        db.ChangeTracker.Clear();
        return publication;
    }

    /// <summary>Writes the files that a publication of this instant would have into a folder, and publishes nothing.</summary>
    public async Task<IReadOnlyList<FichierFait>> EcrireAsync(DirectoryInfo sortie, CancellationToken annulation)
    {
        var (_, fichiers) = await FaireAsync(annulation);
        sortie.Create();
        foreach (var fichier in fichiers)
        {
            // Renamed when it is complete: a reader of the folder never sees half a file.
            var final = Path.Combine(sortie.FullName, fichier.Nom);
            var provisoire = $"{final}.{Environment.ProcessId}.tmp";
            await using (var contenu = fichier.Lire())
            await using (var flux = File.Create(provisoire))
            {
                await contenu.CopyToAsync(flux, annulation);
            }

            File.Move(provisoire, final, overwrite: true);
        }

        return fichiers;
    }

    private async Task<(ContenuDePublication, IReadOnlyList<FichierFait>)> FaireAsync(CancellationToken annulation)
    {
        var jour = CatalogueLieux.Jour(horloge);
        await using var instantane = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, annulation);
        // A stop is a day of a touring place, not a place of the standard: it is in the search, not in the files.
        var composition = catalogue.Composer(await catalogue.LireAsync(db, annulation) with { Arrets = [] });
        var lieux = LieuxAPublier.De(composition.Lieux, jour);
        var codes = lieux.Select(l => l.Source).Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var contenu = new ContenuDePublication
        {
            Jour = jour,
            Lieux = lieux,
            Qualites = [.. lieux.Select(l => (l.Source, Qualite.De(l, l.VerifieLe, HorairesDuLieu.Lire(l.Horaires) is not null, jour)))],
            Changements = await ChangementsAsync(lieux, jour, annulation),
            Redirections = composition.Redirections,
            Sources = [.. (await db.Set<Source>().AsNoTracking().ToListAsync(annulation)).Where(s => codes.Contains(s.Code)).OrderBy(s => s.Code, StringComparer.Ordinal)],
            Editeur = configuration["Operateur:Nom"]?.Trim() is { Length: > 0 } nom ? nom : null,
        };
        return (contenu, faiseur.Faire(contenu));
    }

    private async Task<Changements> ChangementsAsync(IReadOnlyList<Lieu> lieux, DateOnly jour, CancellationToken annulation)
    {
        var precedente = await db.Set<FichierDePublication>().AsNoTracking()
            .Where(f => f.Jour < jour && f.Nom == FichiersDePublication.Json).OrderByDescending(f => f.Jour).FirstOrDefaultAsync(annulation);
        if (precedente is null)
        {
            return Changements.Premiere;
        }

        await using var json = new System.IO.Compression.GZipStream(new MemoryStream(precedente.Octets, writable: false), System.IO.Compression.CompressionMode.Decompress);
        return Changements.Depuis(lieux, precedente.Jour, json);
    }

    private async Task<bool> MemesFichiersAsync(DateOnly jour, IReadOnlyList<FichierFait> fichiers, CancellationToken annulation)
    {
        var connus = await db.Set<FichierDePublication>().Where(f => f.Jour == jour).Select(f => new { f.Nom, f.Sha256 }).ToDictionaryAsync(f => f.Nom, f => f.Sha256, StringComparer.Ordinal, annulation);
        return connus.Count == fichiers.Count && fichiers.All(f => connus.GetValueOrDefault(f.Nom) == f.Sha256);
    }
}
