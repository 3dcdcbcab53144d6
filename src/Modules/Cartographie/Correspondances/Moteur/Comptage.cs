namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>What a run counts: the rows hit by each rule, the values that no table knows. Bounded, whatever the file.</summary>
/// <param name="regles">Number of rules counted.</param>
internal sealed class Comptage(int regles)
{
    /// <summary>Distinct unknown values kept for each rule; the others are counted together.</summary>
    public const int InconnuesMax = 200;

    private const int LongueurMax = 120;

    private readonly long[] _lignes = new long[regles];
    private readonly long[] _derniere = [.. Enumerable.Repeat(-1L, regles)];
    private readonly SortedDictionary<string, Dictionary<string, long>> _inconnues = new(StringComparer.Ordinal);

    /// <summary>Rows hit, by rank of rule.</summary>
    public IReadOnlyList<long> Lignes => _lignes;

    /// <summary>Unknown values with their counts, by path of rule.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, long>> Inconnues => _inconnues;

    public void Toucher(int numero, long ligne)
    {
        // A rule may be tried several times for one row.
        if (_derniere[numero] != ligne)
        {
            _derniere[numero] = ligne;
            _lignes[numero]++;
        }
    }

    public void Inconnue(string chemin, string valeur)
    {
        if (!_inconnues.TryGetValue(chemin, out var valeurs))
        {
            _inconnues.Add(chemin, valeurs = new(StringComparer.Ordinal));
        }

        var courte = valeur.Length > LongueurMax ? $"{valeur[..LongueurMax]}…" : valeur;
        var cle = valeurs.ContainsKey(courte) || valeurs.Count < InconnuesMax ? courte : "(autres valeurs)";
        valeurs[cle] = valeurs.GetValueOrDefault(cle) + 1;
    }
}
