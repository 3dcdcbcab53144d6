using System.Globalization;
using System.Xml;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// The rows of a sheet, one by one. The first row that says something is the header. Formulas aren't computed: the result kept in the file is read, and
/// the cell is flagged. Bounded as a CSV file is.
/// </summary>
internal static class LectureXlsx
{
    public static IEnumerable<LigneBrute> Lire(Stream flux, string? feuille, Action<Entete, string> connaitre, Action<Anomalie> anomalie, bool sansEntete = false, Action<bool>? depuis1904 = null) =>
        LignesDeClasseur.Prudentes(Feuille(flux, feuille, connaitre, anomalie, sansEntete, depuis1904));

    private static IEnumerable<LigneBrute> Feuille(Stream flux, string? voulue, Action<Entete, string> connaitre, Action<Anomalie> anomalie, bool sansEntete, Action<bool>? depuis1904)
    {
        using var classeur = new Classeur(flux);
        var (nom, partie, fusions) = Choisir(classeur, voulue);
        var (textes, formats) = (classeur.Textes(), classeur.Formats());
        using var xml = classeur.Ouvrir(partie);
        var lecteur = new LigneDeFeuille(xml, textes, formats, classeur.Depuis1904);
        depuis1904?.Invoke(classeur.Depuis1904);
        Entete? entete = null;
        if (sansEntete)
        {
            connaitre(entete = new Entete(), nom);
        }

        while (lecteur.Avancer())
        {
            fusions.Avancer(lecteur.Numero);
            if (lecteur.Vide)
            {
                continue;
            }

            if (entete is null)
            {
                connaitre(entete = Entete.DeCellules(lecteur.Valeurs()), nom);
                continue;
            }

            if (lecteur.TropLongue)
            {
                anomalie(new Anomalie(lecteur.Numero, null, "", null, $"La ligne dépasse {LectureFichier.LigneMax / 1_000_000} Mo.", true));
                continue;
            }

            // A note beside the table.
            entete.Elargir(lecteur.Nombre);

            yield return new LigneBrute(lecteur.Numero, entete, lecteur.Valeurs()) { Drapeaux = lecteur.Drapeaux(entete, fusions) };
        }

        if (entete is null)
        {
            throw new FichierIllisibleException("La feuille est vide : il faut une première ligne avec le nom des colonnes.");
        }
    }

    private static (string Nom, string Partie, CellulesFusionnees Fusions) Choisir(Classeur classeur, string? voulue)
    {
        var feuilles = classeur.Feuilles();
        if (feuilles.Count == 0)
        {
            throw new FichierIllisibleException("Le classeur n’a aucune feuille.");
        }

        if (voulue is not null)
        {
            var choisie = feuilles.FirstOrDefault(f => string.Equals(f.Nom.Trim(), voulue.Trim(), StringComparison.OrdinalIgnoreCase));
            return choisie.Partie is null
                ? throw new FichierIllisibleException($"Le classeur n’a pas de feuille « {voulue} ». Ses feuilles : {string.Join(", ", feuilles.Take(20).Select(f => $"« {f.Nom} »"))}.")
                : (choisie.Nom, choisie.Partie, Parcourir(classeur, choisie.Partie).Fusions);
        }

        foreach (var (nom, partie) in feuilles.Take(50))
        {
            if (Parcourir(classeur, partie) is (true, var fusions))
            {
                return (nom, partie, fusions);
            }
        }

        throw new FichierIllisibleException("Le classeur est vide : il faut une première ligne avec le nom des colonnes.");
    }

    /// <summary>Whether a sheet says something, and its merged cells: they are written after the rows.</summary>
    private static (bool Pleine, CellulesFusionnees Fusions) Parcourir(Classeur classeur, string partie)
    {
        using var xml = classeur.Ouvrir(partie);
        var (pleine, fusions) = (false, new CellulesFusionnees());
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName is "v" or "is")
            {
                pleine = true;
            }
            else if (xml.LocalName == "mergeCell")
            {
                fusions.Ajouter(xml.GetAttribute("ref"));
            }
        }

        fusions.Trier();
        return (pleine, fusions);
    }
}
