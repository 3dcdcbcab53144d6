using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// Judges a file of places: all the defects of all its rows, as they are read. The rules of the standard come first; our own stricter ones
/// (<see cref="ReglesFaireAvec"/>) are apart and never block.
/// </summary>
internal sealed class ValidationDesLieux(SchemaDesLieux schema, ITerritoires territoires, TimeProvider horloge)
{
    private readonly NettoyageLieu _nettoyage = new(territoires);

    /// <param name="fichier">The file.</param>
    /// <param name="toutes">True for our own rules too.</param>
    /// <param name="noter">Receives each defect, as it is found.</param>
    /// <param name="annulation">Stops.</param>
    public BilanDeValidation Valider(LectureFichier fichier, bool toutes, Action<Defaut> noter, CancellationToken annulation) =>
        Valider(fichier.Lignes, () => fichier.Entete, fichier.Format, toutes, noter, annulation);

    /// <summary>JSON lines from a stream that can't go back, such as a pipe.</summary>
    public BilanDeValidation Valider(Stream lignesJson, bool toutes, Action<Defaut> noter, CancellationToken annulation)
    {
        var entete = new Entete();
        return Valider(anomalie => LectureLignesJson.Lire(lignesJson, entete, anomalie), () => entete, FormatDeFichier.LignesJson, toutes, noter, annulation);
    }

    private BilanDeValidation Valider(Func<Action<Anomalie>, IEnumerable<LigneBrute>> lignes, Func<Entete> entete, FormatDeFichier format, bool toutes, Action<Defaut> noter, CancellationToken annulation)
    {
        var bilan = new BilanDeValidation { Schema = schema.Version };
        var (lecture, norme) = (new LectureDesLieux(schema), new VerificationDeLaNorme(schema));
        var strictes = toutes ? new VerificationFaireAvec(schema, _nettoyage, DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime)) : null;
        void Dire(Defaut defaut)
        {
            bilan.Compter(defaut);
            noter(defaut);
        }

        var (entier, formations) = (true, schema["formations_labels"].Rang);
        var table = format is FormatDeFichier.Csv or FormatDeFichier.Xlsx;
        var (enteteJuge, enDefaut) = (false, new HashSet<string>(StringComparer.Ordinal));
        void JugerLEntete()
        {
            enteteJuge = true;
            norme.Entete(entete(), format, Dire);
            entier = bilan.Bloquants == 0;
        }

        foreach (var ligne in lignes(a =>
        {
            bilan.Lignes++;
            Dire(new Defaut(a.Ligne, a.Id, null, null, ReglesDeLaNorme.LigneIllisible, Niveau.Bloquant, a.Raison));
        }))
        {
            if (table && !enteteJuge)
            {
                JugerLEntete();
            }

            annulation.ThrowIfCancellationRequested();
            bilan.Lignes++;
            var avant = bilan.Bloquants;
            var lu = lecture.Lire(ligne);
            enDefaut.Clear();
            norme.Ligne(lu, d =>
            {
                enDefaut.Add(d.Colonne ?? "");
                Dire(d);
            });
            strictes?.Ligne(lu, enDefaut, Dire);
            bilan.Valides += entier && bilan.Bloquants == avant ? 1 : 0;
            bilan.LignesV0 += lu.EstV0 ? 1 : 0;
            bilan.EtapesNumeriques += lu.Liste(formations).Contains("Étapes numériques (La Poste)", StringComparer.Ordinal) ? 1 : 0;
        }

        if (!enteteJuge)
        {
            JugerLEntete();
        }

        strictes?.Fin(Dire);
        return bilan;
    }
}
