using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The file of one source, read once.</summary>
internal sealed class FichierDeSource(Source source, LectureFichier fichier, TimeProvider horloge) : IDisposable
{
    public Task<string> EmpreinteAsync(CancellationToken annulation) => fichier.EmpreinteAsync(annulation);

    /// <summary>The places of the file, in its order. Every row ends as a place or as a rejection in the report.</summary>
    public IEnumerable<Lieu> Lieux(ReleveDImport releve, Action<double>? progres)
    {
        var rejets = new List<Anomalie>();
        var lecture = new LectureLieu(horloge, a => { releve.Noter(a); rejets.Add(a); });
        foreach (var ligne in LignesDeLieux.Lire(fichier, a => { releve.Lire(); releve.Noter(a); releve.Compter(a.Id); }))
        {
            releve.Lire();
            rejets.Clear();
            var fiche = FicheLieu.DepuisTexte(colonne => ligne[colonne]);
            if (lecture.Lire(ligne) is { } lieu)
            {
                releve.Garder(lieu, corrige: false);
                yield return lieu;
            }
            else
            {
                releve.Compter(fiche.Id.Length == 0 ? null : fiche.Id);
            }
        }

        _ = source;
        _ = progres;
    }

    public void Dispose() => fichier.Dispose();
}
