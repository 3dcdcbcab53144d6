namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>One rule of a choice.</summary>
/// <param name="Numero">Rank among the rules that are counted.</param>
/// <param name="Si">When it gives its values.</param>
/// <param name="Valeurs">What it gives.</param>
internal sealed record RegleDeChoix(int Numero, Condition Si, string[] Valeurs);

/// <summary>
/// Values of the standard given by conditions: all those whose condition is true, in order. A value of a column that no rule names is counted as unknown,
/// for the columns of which values are named.
/// </summary>
internal sealed class Choix : Expression
{
    private (string Colonne, string[] Separateurs)[]? _nommees;

    public required RegleDeChoix[] Regles { get; init; }

    /// <summary>Values known and left out, folded.</summary>
    public required HashSet<string> Ignorer { get; init; }

    /// <summary>What is given when no rule is true.</summary>
    public string[] Sinon { get; init; } = [];

    /// <summary>False when the columns are free texts: other values are expected, and aren't counted.</summary>
    public required bool Suivre { get; init; }

    public override IEnumerable<string> Colonnes => Regles.SelectMany(r => r.Si.ToutesLesColonnes).Distinct(StringComparer.Ordinal);

    public override IEnumerable<string> Constantes => Regles.SelectMany(r => r.Valeurs).Concat(Sinon).Distinct(StringComparer.Ordinal);

    public override bool RecopieLaLigne => false;

    protected override string[] Calculer(LigneLue ligne)
    {
        List<string>? sortie = null;
        foreach (var regle in Regles)
        {
            if (!regle.Si.Vraie(ligne))
            {
                continue;
            }

            ligne.Toucher(regle.Numero);
            foreach (var valeur in regle.Valeurs)
            {
                if (sortie?.Contains(valeur) != true)
                {
                    (sortie ??= []).Add(valeur);
                }
            }
        }

        if (Suivre)
        {
            SuivreLesInconnues(ligne);
        }

        return sortie is null ? Sinon : [.. sortie];
    }

    private void SuivreLesInconnues(LigneLue ligne)
    {
        _nommees ??= [.. Regles.SelectMany(r => r.Si.ColonnesNommees).DistinctBy(c => c.Colonne, StringComparer.Ordinal)];
        foreach (var (colonne, separateurs) in _nommees)
        {
            if (ligne[colonne] is not { } texte)
            {
                continue;
            }

            foreach (var partie in TexteCompare.Decouper(texte, separateurs))
            {
                if (!Ignorer.Contains(TexteCompare.Plier(partie)) && !Array.Exists(Regles, r => r.Si.Connait(colonne, partie)))
                {
                    ligne.Inconnue($"{Chemin} ({colonne})", partie);
                }
            }
        }
    }
}
