namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>A part of a document.</summary>
internal enum TypeDeBloc
{
    Titre,
    SousTitre,
    Intertitre,
    Paragraphe,
    Puce,

    /// <summary>A box to tick on paper.</summary>
    Case,
    Tableau,
}

/// <summary>A piece of text, bold or not.</summary>
internal readonly record struct Morceau(string Texte, bool Gras);

/// <summary>A part of a document: its words, or the cells of its table (the first row is the header).</summary>
internal sealed record Bloc(TypeDeBloc Type, IReadOnlyList<Morceau> Morceaux, IReadOnlyList<IReadOnlyList<string>>? Lignes = null)
{
    public static Bloc De(TypeDeBloc type, string texte) => new(type, [new(texte, false)]);
}

/// <summary>
/// A document of the kit, read from a small part of Markdown: titles, paragraphs, lists, boxes, tables, bold. Words to fill are put in after reading, so
/// that the name of an organisation is never markup.
/// </summary>
internal static class DocumentDuKit
{
    public static IReadOnlyList<Bloc> Lire(string texte, IReadOnlyDictionary<string, string> valeurs)
    {
        var blocs = new List<Bloc>();
        var tableau = new List<IReadOnlyList<string>>();
        foreach (var ligne in texte.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (ligne.StartsWith('|'))
            {
                var cellules = ligne.Trim().Trim('|').Split('|').Select(c => Remplir(c.Trim(), valeurs)).ToList();
                if (!cellules.TrueForAll(c => c.Length > 0 && c.All(x => x == '-')))
                {
                    tableau.Add(cellules);
                }

                continue;
            }

            if (tableau.Count > 0)
            {
                blocs.Add(new Bloc(TypeDeBloc.Tableau, [], [.. tableau]));
                tableau.Clear();
            }

            if (ligne.Length > 0)
            {
                var (type, reste) = ligne switch
                {
                    ['#', '#', '#', ' ', ..] => (TypeDeBloc.Intertitre, ligne[4..]),
                    ['#', '#', ' ', ..] => (TypeDeBloc.SousTitre, ligne[3..]),
                    ['#', ' ', ..] => (TypeDeBloc.Titre, ligne[2..]),
                    ['-', ' ', '[', ' ', ']', ' ', ..] => (TypeDeBloc.Case, ligne[6..]),
                    ['-', ' ', ..] => (TypeDeBloc.Puce, ligne[2..]),
                    _ => (TypeDeBloc.Paragraphe, ligne),
                };
                blocs.Add(new Bloc(type, [.. reste.Split("**").Select((m, i) => new Morceau(Remplir(m, valeurs), i % 2 == 1)).Where(m => m.Texte.Length > 0)]));
            }
        }

        return blocs;
    }

    private static string Remplir(string texte, IReadOnlyDictionary<string, string> valeurs)
    {
        foreach (var (cle, valeur) in valeurs)
        {
            texte = texte.Replace($"{{{{{cle}}}}}", valeur, StringComparison.Ordinal);
        }

        // As it is printed in French: signs of two parts don't begin a line.
        return texte.Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace(" ;", "\u00a0;", StringComparison.Ordinal).Replace(" ?", "\u00a0?", StringComparison.Ordinal)
            .Replace(" !", "\u00a0!", StringComparison.Ordinal).Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal);
    }
}
