using FaireAvec.Cartographie.Correspondances.Geocodage;
using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Correspondances;

/// <summary>
/// Where mappings meet files: a run over a file, a preview of its first rows. The page that edits documents and the command both come through here.
/// </summary>
internal sealed class AtelierDeCorrespondance(ITerritoires territoires, TimeProvider horloge)
{
    /// <summary>Rows shown by default when a document is written.</summary>
    public const int LignesDeLApercu = 50;

    private readonly NettoyageLieu _nettoyage = new(territoires);

    /// <summary>A run, to be used once.</summary>
    public Execution Preparer(Correspondance correspondance) =>
        new(correspondance, new Finition(_nettoyage, new LectureDesHoraires(), new CommuneNommee(territoires), horloge));

    /// <summary>Positions for the places that have none: of addresses when a geocoder is given, of communes otherwise.</summary>
    public GeocodageDesLieux Geocodage(IGeocodeur? adresses) => new(adresses, new CentresDesCommunes(territoires, horloge));

    /// <summary>
    /// The first rows of a file, each with what becomes of it. With grouping, rows beyond the preview aren't joined to those shown. The report is about the
    /// rows shown.
    /// </summary>
    public ApercuDeCorrespondance Apercu(Correspondance correspondance, LectureFichier fichier, int lignes = LignesDeLApercu)
    {
        var execution = Preparer(correspondance);
        var brutes = new Dictionary<long, LigneBrute>();
        IEnumerable<LigneBrute> Premieres()
        {
            foreach (var ligne in fichier.Lignes(execution.Illisible).Take(lignes))
            {
                brutes[ligne.Numero] = ligne;
                yield return ligne;
            }
        }

        var resultats = execution.Appliquer(Premieres()).ToList();
        return new([.. resultats.Select(r => new LigneDApercu([.. r.Lignes.Where(brutes.ContainsKey).Select(n => brutes[n])], r))], execution.Rapport);
    }
}
