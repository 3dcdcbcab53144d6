namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>
/// Makes groups of the pairs: the surest first, two groups become one only when all their places go together — on average likely the same, and no two of
/// them distinct. A chain « A like B, B like C » never joins an A and a C that differ, hence no group swallows a town. What people decided comes before all.
/// </summary>
internal sealed class Regroupement(Profil[] profils, Comparateur comparateur, DecisionsHumaines decisions)
{
    /// <summary>More than this many rows for one place is a mistake of ours or of a source.</summary>
    public const int TailleMax = 60;

    /// <summary>In log-odds: one certain pair must not carry a doubtful one.</summary>
    private const double Plafond = 6;

    private readonly Dictionary<int, List<int>> _groupes = [];
    private readonly int[] _groupe = [.. Enumerable.Range(0, profils.Length)];

    /// <summary>The groups of two places and more, each sorted by rank, by their first rank.</summary>
    public List<int[]> Grouper(IEnumerable<PaireJugee> paires)
    {
        var rangs = new Dictionary<string, int>(StringComparer.Ordinal);
        if (decisions.Nombre > 0)
        {
            for (var i = 0; i < profils.Length; i++)
            {
                rangs.TryAdd(profils[i].Id, i);
            }
        }

        foreach (var (a, b) in decisions.Toujours)
        {
            if (rangs.TryGetValue(a, out var i) && rangs.TryGetValue(b, out var j))
            {
                Reunir(_groupe[i], _groupe[j], impose: true);
            }
        }

        foreach (var paire in paires.Where(p => p.Verdict.Decision == Decision.Meme).OrderByDescending(p => p.Verdict.Probabilite).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            Reunir(_groupe[paire.A], _groupe[paire.B], impose: false);
        }

        return [.. _groupes.Values.Where(g => g.Count > 1).Select(g => g.Order().ToArray()).OrderBy(g => g[0])];
    }

    private void Reunir(int g, int h, bool impose)
    {
        if (g == h)
        {
            return;
        }

        var (x, y) = (Membres(g), Membres(h));
        if (!Compatibles(x, y, impose))
        {
            return;
        }

        var (garde, efface, ajoutes) = x.Count >= y.Count ? (g, h, y) : (h, g, x);
        foreach (var rang in ajoutes)
        {
            _groupe[rang] = garde;
        }

        Membres(garde).AddRange(ajoutes);
        _groupes.Remove(efface);
    }

    private List<int> Membres(int groupe) => _groupes.TryGetValue(groupe, out var membres) ? membres : _groupes[groupe] = [groupe];

    private bool Compatibles(List<int> x, List<int> y, bool impose)
    {
        if (!impose && x.Count + y.Count > TailleMax)
        {
            return false;
        }

        var (somme, nombre) = (0.0, 0);
        foreach (var i in x)
        {
            foreach (var j in y)
            {
                switch (decisions.De(profils[i].Id, profils[j].Id))
                {
                    case false:
                        return false;
                    case true:
                        somme += Plafond;
                        nombre++;
                        continue;
                }

                if (impose)
                {
                    continue;
                }

                var verdict = comparateur.Comparer(profils[i], profils[j]);
                if (verdict.Decision == Decision.Distinct)
                {
                    return false;
                }

                somme += Math.Clamp(Math.Log(verdict.Probabilite / (1 - verdict.Probabilite)), -Plafond, Plafond);
                nombre++;
            }
        }

        return impose || somme / nombre >= Math.Log(comparateur.Poids.SeuilMeme / (1 - comparateur.Poids.SeuilMeme)) / 2;
    }
}
