namespace FaireAvec.Cartographie.Rapprochement.Texte;

/// <summary>Two lists of words compared without regard to order, each word with its weight (1 says much, 0 nothing).</summary>
internal static class Sac
{
    private const int Max = 24;

    /// <summary>
    /// What the two have in common and what each has alone. Words are paired one to one, the best first; words left over on both sides are glued
    /// together and compared once more (« jacques cartier » and « jacquescartier »).
    /// </summary>
    public static (float Commun, float SeulA, float SeulB) Comparer(ReadOnlySpan<Mot> a, ReadOnlySpan<float> poidsA, ReadOnlySpan<Mot> b, ReadOnlySpan<float> poidsB)
    {
        a = a[..Math.Min(a.Length, Max)];
        b = b[..Math.Min(b.Length, Max)];
        Span<bool> priseA = stackalloc bool[Max];
        Span<bool> priseB = stackalloc bool[Max];
        priseA.Clear();
        priseB.Clear();
        float commun = 0;

        // Equal words first, then the near ones: a near word mustn't take the place of an equal one.
        for (var passe = 0; passe < 2; passe++)
        {
            for (var i = 0; i < a.Length; i++)
            {
                if (priseA[i])
                {
                    continue;
                }

                var (meilleur, rang) = (0.0, -1);
                for (var j = 0; j < b.Length; j++)
                {
                    if (!priseB[j])
                    {
                        var p = passe == 0 ? (a[i] == b[j] ? 1 : 0) : Mot.Proximite(a[i], b[j]);
                        if (p > meilleur)
                        {
                            (meilleur, rang) = (p, j);
                        }
                    }
                }

                if (rang >= 0)
                {
                    priseA[i] = priseB[rang] = true;

                    // A rare word and its like that is everywhere: the rarer isn't met.
                    commun += (float)meilleur * Math.Min(poidsA[i], poidsB[rang]);
                }
            }
        }

        var (seulA, seulB) = (Reste(poidsA, priseA, a.Length), Reste(poidsB, priseB, b.Length));
        if (seulA > 0 && seulB > 0 && Colles(a, priseA, b, priseB))
        {
            return (commun + Math.Max(seulA, seulB), 0, 0);
        }

        return (commun, seulA, seulB);
    }

    private static float Reste(ReadOnlySpan<float> poids, ReadOnlySpan<bool> prises, int nombre)
    {
        float somme = 0;
        for (var i = 0; i < nombre; i++)
        {
            somme += prises[i] ? 0 : poids[i];
        }

        return somme;
    }

    private static bool Colles(ReadOnlySpan<Mot> a, ReadOnlySpan<bool> priseA, ReadOnlySpan<Mot> b, ReadOnlySpan<bool> priseB)
    {
        Span<byte> x = stackalloc byte[64];
        Span<byte> y = stackalloc byte[64];
        var (m, n) = (Coller(a, priseA, x), Coller(b, priseB, y));
        // A word is cut after ten letters, hence a glued one is only a beginning.
        var k = Math.Min(m, n);
        return (k >= 8 || (k >= 5 && m == n)) && x[..k].SequenceEqual(y[..k]);
    }

    private static int Coller(ReadOnlySpan<Mot> mots, ReadOnlySpan<bool> prises, Span<byte> lettres)
    {
        var n = 0;
        for (var i = 0; i < mots.Length; i++)
        {
            if (!prises[i])
            {
                for (var k = 0; k < mots[i].Lettres && n < lettres.Length; k++)
                {
                    lettres[n++] = (byte)mots[i].Lettre(k);
                }
            }
        }

        return n;
    }
}
