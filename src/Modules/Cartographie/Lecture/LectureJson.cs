using System.Text.Json;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>A list of objects in a JSON text: at the root, or under a name that is given or guessed.</summary>
internal static class LectureJson
{
    public const int ProfondeurMax = 64;

    // A list deeper than this isn't that of the places.
    private const int ProfondeurDesListes = 4;
    private const int ListesMax = 100;

    // When several lists could be it, what APIs and exports call theirs.
    private static readonly string[] NomsHabituels = ["features", "records", "results", "data", "values", "items", "lieux", "resultats", "hits", "rows"];

    /// <summary>What the text is, and the path of its list (empty at the root). Reads as far as needed.</summary>
    /// <param name="flux">The text in UTF-8.</param>
    /// <param name="voulue">Path given by a person, or null.</param>
    public static (FormatDeFichier Format, string Liste) TrouverLaListe(Stream flux, string? voulue)
    {
        var jetons = new FluxDeJetons(flux);
        if (jetons.Jeton() == JsonTokenType.StartArray)
        {
            return voulue is null or "" ? (FormatDeFichier.Json, "") : throw Absente(voulue, [""]);
        }

        var (listes, collection) = Listes(jetons);
        if (Continue(jetons, listes.Count == 0))
        {
            return (FormatDeFichier.LignesJson, "");
        }

        if (voulue is not null)
        {
            return listes.Exists(l => l.Chemin == voulue) ? (collection && voulue == "features" ? FormatDeFichier.Geojson : FormatDeFichier.Json, voulue) : throw Absente(voulue, [.. listes.Select(l => l.Chemin)]);
        }

        if (collection && listes.Exists(l => l.Chemin == "features"))
        {
            return (FormatDeFichier.Geojson, "features");
        }

        var possibles = listes.Where(l => l.DObjets).Select(l => l.Chemin).ToList();
        possibles = possibles.Count > 0 ? possibles : [.. listes.Where(l => l.Vide).Select(l => l.Chemin)];
        if (possibles.Count > 1)
        {
            possibles = [.. NomsHabituels.Select(n => possibles.Find(p => p == n || p.EndsWith("." + n, StringComparison.Ordinal))).OfType<string>().Take(1).DefaultIfEmpty("")];
        }

        return possibles switch
        {
            [{ Length: > 0 } chemin] => (FormatDeFichier.Json, chemin),
            // One object alone: a line of JSON lines, whatever its line breaks.
            [] when listes.Count == 0 => (FormatDeFichier.LignesJson, ""),
            _ => throw Absente(null, [.. listes.Select(l => l.Chemin)]),
        };
    }

    /// <summary>The elements of the list.</summary>
    public static IEnumerable<LigneBrute> Lire(Stream flux, string liste, bool geojson, Entete entete, Action<Anomalie> anomalie)
    {
        var jetons = new FluxDeJetons(flux);
        Atteindre(jetons, liste);
        var enLigne = new ObjetEnLigne(entete);
        var numero = 0L;
        while (jetons.Element() is { } element)
        {
            numero++;
            if (element.ValueKind != JsonValueKind.Object)
            {
                anomalie(new Anomalie(numero, null, "", null, "L’élément de la liste n’est pas un objet.", true));
            }
            else if (enLigne.Lire(numero, element, geojson, anomalie) is { } ligne)
            {
                yield return ligne;
            }
        }

        // What follows must be readable too: a file that was cut after its list says so.
        while (jetons.Jeton() != JsonTokenType.None)
        {
        }
    }

    /// <summary>True when something follows the first object. When it had no list, what follows may be a line to reject rather than a file to refuse.</summary>
    private static bool Continue(FluxDeJetons jetons, bool sansListe)
    {
        try
        {
            return jetons.Jeton() != JsonTokenType.None;
        }
        catch (FichierIllisibleException) when (sansListe)
        {
            return true;
        }
    }

    private static FichierIllisibleException Absente(string? voulue, List<string> listes)
    {
        var trouvees = listes.Count == 0 ? "Le fichier n’en contient aucune." : $"Listes trouvées : {string.Join(", ", listes.Take(10).Select(l => l.Length == 0 ? "la racine" : $"« {l} »"))}.";
        return new FichierIllisibleException(voulue is null
            ? $"La liste des lieux n’a pas pu être devinée dans ce fichier JSON : dites son nom. {trouvees}"
            : $"Le fichier JSON n’a pas de liste « {voulue} ». {trouvees}");
    }

    /// <summary>The lists of the root object, outside other lists. The reading is inside the object, and ends after it.</summary>
    private static (List<(string Chemin, bool DObjets, bool Vide)> Listes, bool Collection) Listes(FluxDeJetons jetons)
    {
        var listes = new List<(string, bool, bool)>();
        var noms = new Stack<string>();
        var (collection, nom, illisible) = (false, "", false);
        while (jetons.Profondeur > 0)
        {
            var jeton = jetons.Jeton();
            switch (jeton)
            {
                case JsonTokenType.None:
                    throw new FichierIllisibleException("Le fichier JSON s’arrête au milieu d’un objet : il a été coupé.");
                case JsonTokenType.PropertyName:
                    (nom, illisible) = (jetons.Texte ?? "", jetons.Texte is null);
                    break;
                case JsonTokenType.String when jetons.Profondeur == 1 && nom == "type":
                    collection |= jetons.Texte == "FeatureCollection";
                    break;
                case JsonTokenType.StartObject:
                    noms.Push(nom);
                    break;
                case JsonTokenType.EndObject when noms.Count > 0:
                    noms.Pop();
                    break;
                case JsonTokenType.StartArray:
                    var profondeur = jetons.Profondeur;
                    var premier = jetons.Jeton();
                    if (noms.Count < ProfondeurDesListes && listes.Count < ListesMax && !illisible)
                    {
                        listes.Add((string.Join('.', noms.Reverse().Append(nom)), premier == JsonTokenType.StartObject, premier == JsonTokenType.EndArray));
                    }

                    while (jetons.Profondeur >= profondeur && premier != JsonTokenType.None)
                    {
                        premier = jetons.Jeton();
                    }

                    break;
                default:
                    break;
            }
        }

        return (listes, collection);
    }

    private static void Atteindre(FluxDeJetons jetons, string liste)
    {
        var jeton = jetons.Jeton();
        if (liste.Length == 0)
        {
            return;
        }

        var noms = new Stack<string>();
        var nom = "";
        while ((jeton = jetons.Jeton()) != JsonTokenType.None)
        {
            switch (jeton)
            {
                case JsonTokenType.PropertyName:
                    nom = jetons.Texte ?? "";
                    break;
                case JsonTokenType.StartObject:
                    noms.Push(nom);
                    break;
                case JsonTokenType.EndObject when noms.Count > 0:
                    noms.Pop();
                    break;
                case JsonTokenType.StartArray when string.Join('.', noms.Reverse().Append(nom)) == liste:
                    return;
                case JsonTokenType.StartArray:
                    var profondeur = jetons.Profondeur;
                    while (jetons.Profondeur >= profondeur && jeton != JsonTokenType.None)
                    {
                        jeton = jetons.Jeton();
                    }

                    break;
                default:
                    break;
            }
        }

        throw new FichierIllisibleException($"Le fichier JSON n’a pas de liste « {liste} ».");
    }
}
