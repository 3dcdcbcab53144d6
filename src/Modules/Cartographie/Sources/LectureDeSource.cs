using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Opens the file of a source as places: rows are read, mapped when the source has a mapping, cleaned, and judged.</summary>
internal sealed class LectureDeSource(TimeProvider horloge)
{
    /// <summary>Takes the stream over. Throws <see cref="FichierIllisibleException"/> with a sentence.</summary>
    public Task<FichierDeSource> OuvrirAsync(Source source, Stream flux, CancellationToken annulation)
    {
        var fichier = LectureFichier.Ouvrir(flux, new OptionsDeLecture { Liste = source.CheminDeListe });
        return Task.FromResult(new FichierDeSource(source, fichier, horloge));
    }
}
