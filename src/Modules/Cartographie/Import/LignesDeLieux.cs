using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Import;

/// <summary>The rows of a file of places. The file must have the columns without which no place can be made.</summary>
internal static class LignesDeLieux
{
    private static readonly string[] Obligatoires = ["id", "nom", "commune", "code_postal"];

    /// <summary>A row that can't be read is given to <paramref name="anomalie"/>; a file that can't, throws <see cref="FichierIllisibleException"/>.</summary>
    /// <param name="avecSource">False when the file may leave the source out, as the standard allows.</param>
    public static IEnumerable<LigneBrute> Lire(LectureFichier lecture, Action<Anomalie> anomalie, bool avecSource = true)
    {
        var verifie = false;
        foreach (var ligne in lecture.Lignes(anomalie))
        {
            // In JSON each object says its own names: what is missing is told row by row.
            if (!verifie && lecture.Format is FormatDeFichier.Csv or FormatDeFichier.Xlsx)
            {
                Verifier(lecture.Entete, avecSource);
            }

            verifie = true;
            yield return ligne;
        }

        if (!verifie)
        {
            Verifier(lecture.Entete, avecSource);
        }
    }

    private static void Verifier(Entete entete, bool avecSource)
    {
        if (entete.Doublons.Select(d => d.ToLowerInvariant()).FirstOrDefault(d => FicheLieu.Colonnes.Contains(d, StringComparer.Ordinal)) is { } double_)
        {
            throw new FichierIllisibleException($"La colonne « {double_} » est présente deux fois.");
        }

        var manquantes = Obligatoires.Concat(avecSource ? ["source"] : []).Where(c => entete.Rang(c) < 0).ToList();
        if (manquantes.Count > 0)
        {
            throw new FichierIllisibleException($"Colonnes obligatoires absentes : {string.Join(", ", manquantes)}. Le fichier doit suivre le schéma « lieux de médiation numérique ».");
        }
    }
}
