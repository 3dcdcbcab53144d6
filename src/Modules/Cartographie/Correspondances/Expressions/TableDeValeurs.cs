namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>How the left side of a table is compared with a text.</summary>
internal enum Comparaison
{
    /// <summary>The whole text.</summary>
    Egal,

    /// <summary>Words in a row, anywhere in the text.</summary>
    Contient,

    /// <summary>The beginning of the text.</summary>
    Commence,
}

/// <summary>Values of the partner turned into values of the standard. What isn't in the table is counted as unknown.</summary>
internal sealed class TableDeValeurs : Expression
{
    /// <summary>Distinct texts whose answer is kept: partners repeat the same ones.</summary>
    private const int MemoireMax = 5_000;

    private readonly Dictionary<string, string[]?> _memoire = new(StringComparer.Ordinal);
    private readonly Lock _verrou = new();

    public required Expression De { get; init; }

    public required string[] Separateurs { get; init; }

    public required Comparaison Comparaison { get; init; }

    /// <summary>Left sides, folded, in the order of the document, with their right sides; an empty right side is a value known and left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, string[]>> Valeurs { get; init; }

    /// <summary>What an unknown value gives; it is counted as unknown all the same.</summary>
    public string[] Sinon { get; init; } = [];

    public override IEnumerable<Expression> Enfants => [De];

    public override IEnumerable<string> Constantes => Valeurs.SelectMany(v => v.Value).Concat(Sinon).Distinct(StringComparer.Ordinal);

    public override bool RecopieLaLigne => false;

    protected override string[] Calculer(LigneLue ligne)
    {
        List<string>? sortie = null;
        foreach (var texte in De.Evaluer(ligne))
        {
            foreach (var partie in TexteCompare.Decouper(texte, Separateurs))
            {
                var droite = Droite(partie);
                if (droite is null)
                {
                    ligne.Inconnue(Chemin, partie);
                    droite = Sinon;
                }

                foreach (var valeur in droite)
                {
                    if (sortie?.Contains(valeur) != true)
                    {
                        (sortie ??= []).Add(valeur);
                    }
                }
            }
        }

        return sortie is null ? Rien : [.. sortie];
    }

    private string[]? Droite(string partie)
    {
        lock (_verrou)
        {
            if (_memoire.TryGetValue(partie, out var connue))
            {
                return connue;
            }

            var droite = Chercher(partie);
            if (_memoire.Count < MemoireMax && partie.Length < 1000)
            {
                _memoire.Add(partie, droite);
            }

            return droite;
        }
    }

    private string[]? Chercher(string partie)
    {
        var plie = TexteCompare.Plier(partie);
        if (Comparaison == Comparaison.Contient)
        {
            // Several words of the table may be in one text: each gives its values.
            var trouvees = Valeurs.Where(v => TexteCompare.ContientMots(plie, v.Key)).Select(v => v.Value).ToList();
            return trouvees.Count == 0 ? null : [.. trouvees.SelectMany(v => v).Distinct(StringComparer.Ordinal)];
        }

        foreach (var (gauche, droite) in Valeurs)
        {
            if (Comparaison == Comparaison.Egal ? gauche == plie : plie.StartsWith(gauche, StringComparison.Ordinal))
            {
                return droite;
            }
        }

        return null;
    }
}
