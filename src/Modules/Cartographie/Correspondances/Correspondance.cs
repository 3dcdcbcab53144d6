using FaireAvec.Cartographie.Correspondances.Documents;
using FaireAvec.Cartographie.Correspondances.Expressions;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Correspondances;

/// <summary>
/// How a partner's file says places, once its document is read and checked: which columns give which fields of the standard, which rows are kept, how
/// rows are grouped, how an id is made. Never changes once made; one instance serves any number of runs. The language is told in the README of this folder.
/// </summary>
internal sealed class Correspondance
{
    /// <summary>Version of the language that this program reads.</summary>
    public const int Version = 1;

    public required SourceDecrite Source { get; init; }

    /// <summary>How to read the file, when guessing isn't enough.</summary>
    public required OptionsDeLecture Lecture { get; init; }

    public required IReadOnlyList<Filtre> Filtres { get; init; }

    public required IdentifiantDecrit Identifiant { get; init; }

    /// <summary>Expressions by field of the standard.</summary>
    public required IReadOnlyDictionary<string, Expression> Champs { get; init; }

    /// <summary>Ways to read the hours, in the order in which they are tried.</summary>
    public required IReadOnlyList<HorairesDecrits> Horaires { get; init; }

    /// <summary>Latitude and longitude together; null when they are fields of their own, or absent.</summary>
    public CoordonneesDecrites? Coordonnees { get; init; }

    /// <summary>A whole address in one text: street, postal code, commune, for the fields that are not given otherwise.</summary>
    public Expression? AdresseComplete { get; init; }

    /// <summary>Texts where the commune may be named, when the postal code alone doesn't tell it.</summary>
    public Expression? CommuneDans { get; init; }

    public GroupementDecrit? Groupement { get; init; }

    /// <summary>Columns left out on purpose, with the reason.</summary>
    public required IReadOnlyDictionary<string, string> Ignorees { get; init; }

    /// <summary>Words of which the export lost letters.</summary>
    public required IReadOnlyList<string> MotsAbimes { get; init; }

    /// <summary>Paths of the rules that are counted, by rank.</summary>
    public required IReadOnlyList<string> Regles { get; init; }

    /// <summary>The columns that the document names.</summary>
    public required IReadOnlySet<string> Colonnes { get; init; }

    /// <summary>Reads a document, JSON or YAML. The errors carry the path of what is wrong (<see cref="Erreur.Champ"/>).</summary>
    public static Resultat<Correspondance> Lire(string texte)
    {
        var arbre = LectureDeTexte.Lire(texte);
        if (!arbre.Reussi)
        {
            return Resultat<Correspondance>.Echec(arbre.Erreurs);
        }

        var fautes = SchemaCorrespondance.Verifier(arbre.Valeur);
        return fautes.Count > 0 ? Resultat<Correspondance>.Echec(fautes) : new LectureCorrespondance().Lire(arbre.Valeur);
    }

    /// <summary>Reads a document from a file.</summary>
    public static async Task<Resultat<Correspondance>> LireAsync(FileInfo fichier, CancellationToken annulation)
    {
        if (!fichier.Exists)
        {
            return new Erreur("CAR-400", $"Le fichier {fichier.FullName} n’existe pas.");
        }

        // In bytes, and before reading: a text of the size allowed is never larger than four times its letters.
        return fichier.Length > 4 * LectureDeTexte.TailleMax
            ? new Erreur("CAR-402", $"Le document dépasse {LectureDeTexte.TailleMax / 1024} Kio.")
            : Lire(await File.ReadAllTextAsync(fichier.FullName, annulation));
    }
}
