using System.Text;
using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>The text of a column, or its parts when a separator is given.</summary>
internal sealed class Colonne : Expression
{
    public required string Nom { get; init; }

    public string[] Separateurs { get; init; } = [];

    public override IEnumerable<string> Colonnes => [Nom];

    public override bool RecopieLaLigne => true;

    protected override string[] Calculer(LigneLue ligne) => ligne[Nom] is { } texte ? TexteCompare.Decouper(texte, Separateurs) : Rien;
}

/// <summary>Always the same text.</summary>
internal sealed class Constante : Expression
{
    public required string[] Valeurs { get; init; }

    public override IEnumerable<string> Constantes => Valeurs;

    public override bool RecopieLaLigne => false;

    protected override string[] Calculer(LigneLue ligne) => Valeurs;
}

/// <summary>The first expression that gives something.</summary>
internal sealed class Premier : Expression
{
    public required Expression[] Parmi { get; init; }

    public override IEnumerable<Expression> Enfants => Parmi;

    protected override string[] Calculer(LigneLue ligne)
    {
        foreach (var expression in Parmi)
        {
            if (expression.Evaluer(ligne) is { Length: > 0 } valeurs)
            {
                return valeurs;
            }
        }

        return Rien;
    }
}

/// <summary>All that the expressions give, each text once.</summary>
internal sealed class Liste : Expression
{
    public required Expression[] De { get; init; }

    public override IEnumerable<Expression> Enfants => De;

    protected override string[] Calculer(LigneLue ligne) => [.. De.SelectMany(e => e.Evaluer(ligne)).Distinct(StringComparer.Ordinal)];
}

/// <summary>All that the expressions give, as one text.</summary>
internal sealed class Jointure : Expression
{
    public required Expression[] De { get; init; }

    public required string Avec { get; init; }

    public override IEnumerable<Expression> Enfants => De;

    protected override string[] Calculer(LigneLue ligne)
    {
        var textes = De.SelectMany(e => e.Evaluer(ligne)).ToList();
        return textes.Count == 0 ? Rien : [string.Join(Avec, textes)];
    }
}

/// <summary>One part of a text cut on a separator; counted from 1, or from −1 for the last.</summary>
internal sealed class Partie : Expression
{
    public required Expression De { get; init; }

    public required string[] Separateurs { get; init; }

    public required int Rang { get; init; }

    public override IEnumerable<Expression> Enfants => [De];

    protected override string[] Calculer(LigneLue ligne) =>
        [.. De.Evaluer(ligne).Select(t => t.Split(Separateurs, StringSplitOptions.TrimEntries)).Select(p => Rang > 0 ? p.ElementAtOrDefault(Rang - 1) : p.ElementAtOrDefault(p.Length + Rang)).Where(t => !string.IsNullOrEmpty(t))!];
}

/// <summary>A named group of a pattern, found in each text. The pattern never backtracks: its time grows as the text does.</summary>
internal sealed class Extraction : Expression
{
    public required Expression De { get; init; }

    public required Regex Motif { get; init; }

    /// <summary>Name of the group; null: what the whole pattern finds.</summary>
    public string? Groupe { get; init; }

    public override IEnumerable<Expression> Enfants => [De];

    protected override string[] Calculer(LigneLue ligne)
    {
        var trouves = new List<string>();
        foreach (var texte in De.Evaluer(ligne))
        {
            var trouve = Motifs.Chercher(Motif, texte);
            var groupe = Groupe is null ? trouve : trouve?.Groups[Groupe];
            if (groupe is { Success: true } && groupe.Value.Trim() is { Length: > 0 } valeur)
            {
                trouves.Add(valeur);
            }
        }

        return [.. trouves];
    }
}

/// <summary>A sentence with columns between braces; nothing unless all of them say something.</summary>
internal sealed class Modele : Expression
{
    /// <summary>Texts and names of columns, in turn: the even ones are texts.</summary>
    public required string[] Morceaux { get; init; }

    public override IEnumerable<string> Colonnes => Morceaux.Where((_, i) => i % 2 == 1);

    public override bool RecopieLaLigne => true;

    protected override string[] Calculer(LigneLue ligne)
    {
        var sortie = new StringBuilder();
        for (var i = 0; i < Morceaux.Length; i++)
        {
            if (i % 2 == 0)
            {
                sortie.Append(Morceaux[i]);
                continue;
            }

            if (ligne[Morceaux[i]] is not { } texte)
            {
                return Rien;
            }

            sortie.Append(texte);
        }

        return sortie.ToString().Trim() is { Length: > 0 } t ? [t] : Rien;
    }
}

/// <summary>Pieces of text replaced by others, one after the other, letter for letter.</summary>
internal sealed class Remplacement : Expression
{
    public required Expression De { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Par { get; init; }

    public override IEnumerable<Expression> Enfants => [De];

    protected override string[] Calculer(LigneLue ligne)
    {
        string Remplacer(string texte) => Par.Aggregate(texte, (t, r) => t.Replace(r.Key, r.Value, StringComparison.Ordinal)).Trim();
        return [.. De.Evaluer(ligne).Select(Remplacer).Where(t => t.Length > 0)];
    }
}

/// <summary>One expression or another, by a condition.</summary>
internal sealed class Conditionnelle : Expression
{
    public required Condition Si { get; init; }

    public required Expression Alors { get; init; }

    public Expression? Sinon { get; init; }

    public override IEnumerable<Expression> Enfants => Sinon is null ? [Alors] : [Alors, Sinon];

    public override IEnumerable<string> Colonnes => Si.ToutesLesColonnes;

    protected override string[] Calculer(LigneLue ligne) => Si.Vraie(ligne) ? Alors.Evaluer(ligne) : Sinon?.Evaluer(ligne) ?? Rien;
}
