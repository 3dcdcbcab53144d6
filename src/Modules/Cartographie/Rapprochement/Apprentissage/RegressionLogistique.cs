namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>
/// Logistic regression with a penalty on the squares of the weights (L2), on standardised clues, by Newton's method. Small, exact, deterministic: the
/// same pairs in the same order give the same weights.
/// </summary>
internal static class RegressionLogistique
{
    private const int ToursMax = 60;

    /// <param name="exemples">Clues of each pair.</param>
    /// <param name="memes">True when the pair is one place.</param>
    /// <param name="importances">What each pair counts for.</param>
    /// <param name="penalite">How much large weights cost.</param>
    /// <returns>The constant, then the weight of each clue, in the clues' own scale.</returns>
    public static double[] Estimer(IReadOnlyList<float[]> exemples, IReadOnlyList<bool> memes, IReadOnlyList<double> importances, double penalite)
    {
        // A weight of the wrong sign is put to zero, the worst first, and the others are estimated again.
        var ecartes = new bool[exemples[0].Length];
        while (true)
        {
            var poids = Estimer(exemples, memes, importances, penalite, ecartes);
            var (pire, rang) = (0.0, -1);
            for (var j = 0; j < ecartes.Length; j++)
            {
                var faute = -Signes.De((Indice)j) * poids[j + 1];
                if (!ecartes[j] && faute > pire)
                {
                    (pire, rang) = (faute, j);
                }
            }

            if (rang < 0)
            {
                return poids;
            }

            ecartes[rang] = true;
        }
    }

    private static double[] Estimer(IReadOnlyList<float[]> exemples, IReadOnlyList<bool> memes, IReadOnlyList<double> importances, double penalite, bool[] ecartes)
    {
        var (n, d) = (exemples.Count, exemples[0].Length);
        var (moyennes, ecarts) = (new double[d], new double[d]);
        for (var j = 0; j < d; j++)
        {
            moyennes[j] = exemples.Average(e => e[j]);
            ecarts[j] = Math.Sqrt(exemples.Average(e => (e[j] - moyennes[j]) * (e[j] - moyennes[j])));
        }

        var x = new double[n][];
        for (var i = 0; i < n; i++)
        {
            x[i] = new double[d + 1];
            x[i][0] = 1;
            for (var j = 0; j < d; j++)
            {
                x[i][j + 1] = ecarts[j] < 1e-9 || ecartes[j] ? 0 : (exemples[i][j] - moyennes[j]) / ecarts[j];
            }
        }

        var w = new double[d + 1];
        for (var tour = 0; tour < ToursMax; tour++)
        {
            var gradient = new double[d + 1];
            var hesse = new double[d + 1, d + 1];
            for (var i = 0; i < n; i++)
            {
                var p = 1 / (1 + Math.Exp(-Produit(w, x[i])));
                var (erreur, courbure) = (importances[i] * (p - (memes[i] ? 1 : 0)), importances[i] * Math.Max(p * (1 - p), 1e-6));
                for (var j = 0; j <= d; j++)
                {
                    gradient[j] += erreur * x[i][j];
                    for (var k = 0; k <= j; k++)
                    {
                        hesse[j, k] += courbure * x[i][j] * x[i][k];
                    }
                }
            }

            for (var j = 0; j <= d; j++)
            {
                // The constant isn't penalised; a trace keeps the matrix invertible.
                var l = j == 0 ? 1e-6 : penalite;
                gradient[j] += l * w[j];
                hesse[j, j] += l;
            }

            var pas = Resoudre(hesse, gradient);
            var plusGrand = 0.0;
            for (var j = 0; j <= d; j++)
            {
                w[j] -= pas[j];
                plusGrand = Math.Max(plusGrand, Math.Abs(pas[j]));
            }

            if (plusGrand < 1e-9)
            {
                break;
            }
        }

        var resultat = new double[d + 1];
        resultat[0] = w[0];
        for (var j = 0; j < d; j++)
        {
            if (ecarts[j] >= 1e-9 && !ecartes[j])
            {
                resultat[j + 1] = w[j + 1] / ecarts[j];
                resultat[0] -= w[j + 1] * moyennes[j] / ecarts[j];
            }
        }

        return resultat;
    }

    private static double Produit(double[] w, double[] x)
    {
        var s = 0.0;
        for (var j = 0; j < w.Length; j++)
        {
            s += w[j] * x[j];
        }

        return s;
    }

    /// <summary>Cholesky; only the lower half of the matrix is read.</summary>
    private static double[] Resoudre(double[,] a, double[] b)
    {
        var n = b.Length;
        var l = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var s = a[i, j];
                for (var k = 0; k < j; k++)
                {
                    s -= l[i, k] * l[j, k];
                }

                l[i, j] = i == j ? Math.Sqrt(Math.Max(s, 1e-12)) : s / l[j, j];
            }
        }

        var y = new double[n];
        for (var i = 0; i < n; i++)
        {
            var s = b[i];
            for (var k = 0; k < i; k++)
            {
                s -= l[i, k] * y[k];
            }

            y[i] = s / l[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var s = y[i];
            for (var k = i + 1; k < n; k++)
            {
                s -= l[k, i] * y[k];
            }

            y[i] = s / l[i, i];
        }

        return y;
    }
}
