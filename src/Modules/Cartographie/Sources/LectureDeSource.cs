using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Opens the file of a source as places: rows are read, mapped when the source has a mapping, cleaned, and judged.</summary>
internal sealed class LectureDeSource(FaireAvecDb db, OutilsDeLecture outils)
{
    /// <summary>Takes the stream over. Throws <see cref="FichierIllisibleException"/> with a sentence.</summary>
    public async Task<FichierDeSource> OuvrirAsync(Source source, Stream flux, CancellationToken annulation)
    {
        try
        {
            var correspondance = await CorrespondanceAsync(source, annulation);
            var options = correspondance?.Lecture ?? new OptionsDeLecture();
            var fichier = LectureFichier.Ouvrir(flux, source.CheminDeListe is null ? options : options with { Liste = source.CheminDeListe });
            if (!EstDuFormat(source.Format, fichier.Format))
            {
                fichier.Dispose();
                throw new FichierIllisibleException($"La source donne d’habitude un fichier {source.Format}, et celui-ci est un fichier {fichier.Format}. Vérifiez son adresse, ou changez le format de la source.");
            }

            return new FichierDeSource(source, fichier, correspondance, outils);
        }
        catch
        {
            await flux.DisposeAsync();
            throw;
        }
    }

    private async Task<Correspondance?> CorrespondanceAsync(Source source, CancellationToken annulation)
    {
        if (source.VersionEnCours is not { } version)
        {
            return null;
        }

        var code = source.Code;
        var document = await db.Set<VersionDeCorrespondance>().Where(c => c.Source == code && c.Version == version).Select(c => c.Document).SingleAsync(annulation);
        var lue = Correspondance.Lire(document);
        // It was read when it was kept: a later version of the program may have become stricter.
        return lue.Reussi ? lue.Valeur : throw new FichierIllisibleException($"La correspondance {version} de la source n’est plus valable : {lue.Erreur!.Message}");
    }

    private static bool EstDuFormat(FormatDeSource attendu, FormatDeFichier lu) => attendu switch
    {
        FormatDeSource.ADeviner => true,
        FormatDeSource.Csv => lu == FormatDeFichier.Csv,
        FormatDeSource.Json => lu is FormatDeFichier.Json or FormatDeFichier.LignesJson,
        FormatDeSource.Geojson => lu == FormatDeFichier.Geojson,
        FormatDeSource.Xlsx => lu == FormatDeFichier.Xlsx,
        _ => throw new ArgumentOutOfRangeException(nameof(attendu)),
    };
}
