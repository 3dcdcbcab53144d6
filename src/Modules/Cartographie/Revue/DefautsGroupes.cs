using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Cartographie.Revue;

/// <summary>One fault of a file, once, with all the rows where it is.</summary>
/// <param name="Valeur">What was written; null when nothing was.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestion">What to write instead, when there is a good guess.</param>
/// <param name="Lignes">Rows, in order.</param>
internal sealed record FauteRepetee(string? Valeur, string Message, string? Suggestion, IReadOnlyList<long> Lignes)
{
    private const int PlagesMontrees = 12;

    /// <summary>« 1 à 5, 8, 12 à 14 »; « … et 30 autres » beyond.</summary>
    public string LignesEnMots => EnMots(Lignes);

    internal static string EnMots(IReadOnlyList<long> lignes)
    {
        var plages = new List<(long De, long A)>();
        foreach (var ligne in lignes)
        {
            if (plages.Count > 0 && ligne <= plages[^1].A + 1)
            {
                plages[^1] = (plages[^1].De, Math.Max(ligne, plages[^1].A));
            }
            else
            {
                plages.Add((ligne, ligne));
            }
        }

        var mots = string.Join(", ", plages.Take(PlagesMontrees).Select(p => p.De == p.A ? $"{p.De}" : p.A == p.De + 1 ? $"{p.De}, {p.A}" : $"{p.De} à {p.A}"));
        var reste = plages.Skip(PlagesMontrees).Sum(p => p.A - p.De + 1);
        return reste == 0 ? mots : $"{mots}… et {reste} {(reste == 1 ? "autre" : "autres")}";
    }
}

/// <summary>The faults that one rule found in one column.</summary>
/// <param name="Regle">Code of the rule.</param>
/// <param name="Titre">What must hold.</param>
/// <param name="Colonne">Column; null for the file.</param>
/// <param name="Niveau">How much it weighs.</param>
/// <param name="Nombre">Defects, those that aren't listed included.</param>
/// <param name="Fautes">The faults, the most frequent first.</param>
internal sealed record DefautsDUneRegle(string Regle, string Titre, string? Colonne, Niveau Niveau, int Nombre, IReadOnlyList<FauteRepetee> Fautes);

/// <summary>
/// The defects of a file grouped as a producer mends them: by rule and column, each value once, with its rows. Bounded: a file that is wrong everywhere
/// is told with fewer words.
/// </summary>
internal sealed class DefautsGroupes
{
    /// <summary>Different values listed for one rule in one column; the others are counted.</summary>
    public const int FautesMax = 30;

    private const int LignesMax = 5_000;

    private readonly Dictionary<(string Regle, string? Colonne, Niveau Niveau), Groupe> _groupes = [];

    public void Noter(Defaut defaut)
    {
        var cle = (defaut.Regle, defaut.Colonne, defaut.Niveau);
        if (!_groupes.TryGetValue(cle, out var groupe))
        {
            _groupes[cle] = groupe = new Groupe();
        }

        groupe.Nombre++;
        var faute = (defaut.Valeur, defaut.Message, defaut.Suggestion);
        if (!groupe.Fautes.TryGetValue(faute, out var lignes))
        {
            if (groupe.Fautes.Count >= FautesMax)
            {
                return;
            }

            groupe.Fautes[faute] = lignes = [];
        }

        if (defaut.Ligne is { } ligne && lignes.Count < LignesMax)
        {
            lignes.Add(ligne);
        }
    }

    /// <summary>What blocks first, then the most frequent.</summary>
    /// <param name="titre">What a rule asks, from its code.</param>
    public IReadOnlyList<DefautsDUneRegle> Lister(Func<string, string> titre) =>
    [
        .. _groupes
            .Select(g => new DefautsDUneRegle(
                g.Key.Regle,
                titre(g.Key.Regle),
                g.Key.Colonne,
                g.Key.Niveau,
                g.Value.Nombre,
                [.. g.Value.Fautes.OrderByDescending(f => f.Value.Count).ThenBy(f => f.Key.Valeur, StringComparer.Ordinal).Select(f => new FauteRepetee(f.Key.Valeur, f.Key.Message, f.Key.Suggestion, f.Value))]))
            .OrderBy(d => d.Niveau).ThenByDescending(d => d.Nombre).ThenBy(d => d.Regle, StringComparer.Ordinal).ThenBy(d => d.Colonne, StringComparer.Ordinal),
    ];

    private sealed class Groupe
    {
        public int Nombre { get; set; }

        public Dictionary<(string? Valeur, string Message, string? Suggestion), List<long>> Fautes { get; } = [];
    }
}
