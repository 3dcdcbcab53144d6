using System.Text;
using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Tests.Unit.Territoires;
using Correspondance = FaireAvec.Cartographie.Correspondances.Correspondance;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

/// <summary>Runs documents over rows, with the shipped territories.</summary>
internal static class Banc
{
    public static readonly ITerritoires Territoires = Donnees.Territoires;

    public static readonly AtelierDeCorrespondance Atelier = new(Territoires, TimeProvider.System);

    /// <summary>A document with these lines under « champs », and these at the top.</summary>
    public static Correspondance Document(string champs, string reste = "") =>
        Lire($"correspondance: 1\nsource: {{ code: essai, nom: Essai }}\n{reste}\nchamps:\n{string.Join('\n', champs.Split('\n').Select(l => $"  {l}"))}\n");

    /// <summary>A document whose free list « autres_formations_labels » is this expression, and what it gives for one row of JSON.</summary>
    public static string? Valeur(string expression, string ligne)
    {
        var (resultats, _) = Appliquer(Document($"nom: {{ constante: Lieu }}\ncommune: {{ constante: Feurs }}\ncode_postal: {{ constante: \"42110\" }}\nautres_formations_labels: {expression}"), $"[{ligne}]");
        return resultats.Single().Fiche?.Texte("autres_formations_labels");
    }

    public static Correspondance Lire(string document)
    {
        var lue = Correspondance.Lire(document);
        Assert.True(lue.Reussi, string.Join("\n", lue.Erreurs.Select(e => $"{e.Champ} : {e.Message}")));
        return lue.Valeur;
    }

    public static (List<ResultatDeLigne> Resultats, RapportCorrespondance Rapport) Appliquer(Correspondance correspondance, string fichier) =>
        Appliquer(correspondance, new MemoryStream(Encoding.UTF8.GetBytes(fichier)));

    public static (List<ResultatDeLigne> Resultats, RapportCorrespondance Rapport) Appliquer(Correspondance correspondance, Stream fichier)
    {
        using var lecture = LectureFichier.Ouvrir(fichier, correspondance.Lecture);
        var execution = Atelier.Preparer(correspondance);
        return (execution.Appliquer(lecture.Lignes(execution.Illisible)).ToList(), execution.Rapport);
    }
}
