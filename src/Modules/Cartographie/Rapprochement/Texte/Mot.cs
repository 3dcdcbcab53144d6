namespace FaireAvec.Cartographie.Rapprochement.Texte;

/// <summary>
/// A word of a–z and 0–9 in one integer: its first ten letters, six bits each, then its length. Two words that begin by the same ten letters and have
/// the same length are the same word. No dictionary of words is kept, hence nothing grows with the number of records, and comparing allocates nothing.
/// </summary>
internal readonly record struct Mot(ulong Code)
{
    /// <summary>Letters that are kept.</summary>
    public const int LettresMax = 10;

    public static readonly Mot Vide;

    /// <summary>Length of the word, 15 at most.</summary>
    public int Longueur => (int)(Code & 15);

    public int Lettres => Math.Min(Longueur, LettresMax);

    public bool EstVide => Code == 0;

    /// <summary>True when it is made of figures only.</summary>
    public bool EstNombre
    {
        get
        {
            for (var i = 0; i < Lettres; i++)
            {
                if (Lettre(i) is < 27 or > 36)
                {
                    return false;
                }
            }

            return Code != 0;
        }
    }

    /// <summary>The number it writes; −1 when it isn't one, or has more than nine figures.</summary>
    public int Nombre
    {
        get
        {
            if (!EstNombre || Longueur > 9)
            {
                return -1;
            }

            var n = 0;
            for (var i = 0; i < Longueur; i++)
            {
                n = (n * 10) + Lettre(i) - 27;
            }

            return n;
        }
    }

    /// <summary>The word of a lower-case text without accents; another character than a–z and 0–9 counts as one of an unknown alphabet.</summary>
    public static Mot De(ReadOnlySpan<char> texte)
    {
        if (texte.IsEmpty)
        {
            return Vide;
        }

        ulong code = 0;
        for (var i = 0; i < LettresMax; i++)
        {
            code <<= 6;
            if (i < texte.Length)
            {
                code |= texte[i] switch
                {
                    >= 'a' and <= 'z' => (ulong)(texte[i] - 'a' + 1),
                    >= '0' and <= '9' => (ulong)(texte[i] - '0' + 27),
                    _ => 37 + (texte[i] % 26u),
                };
            }
        }

        return new Mot((code << 4) | (uint)Math.Min(texte.Length, 15));
    }

    /// <summary>1–26 for a–z, 27–36 for 0–9, above for another alphabet.</summary>
    public int Lettre(int i) => (int)((Code >> (4 + (6 * (LettresMax - 1 - i)))) & 63);

    /// <summary>How much two words look like one another: 1 the same, 0.85 to 0.95 a slip of the pen or a plural, 0.8 one cut short, 0 otherwise.</summary>
    public static double Proximite(Mot a, Mot b)
    {
        if (a.Code == b.Code)
        {
            return a.EstVide ? 0 : 1;
        }

        if (a.EstVide || b.EstVide)
        {
            return 0;
        }

        var (court, long_) = a.Lettres <= b.Lettres ? (a, b) : (b, a);
        var communes = DebutCommun(a, b);
        if (communes >= court.Lettres)
        {
            // One is the beginning of the other: a plural, a feminine, or a word cut short.
            return court.EstNombre ? 0 : court.Longueur >= 4 ? (long_.Longueur - court.Longueur <= 2 ? 0.95 : 0.8) : court.Longueur == 1 ? 0.5 : 0;
        }

        if (court.Lettres < 4 || long_.Lettres - court.Lettres > 2 || a.AUnChiffre || b.AUnChiffre)
        {
            return 0;
        }

        // A first letter that differs is rarely a slip: « marie » and « arie », never « cazes » and « gazes ».
        var tolerees = long_.Lettres >= 8 ? 2 : 1;
        if (communes == 0 && court.Lettres < 6)
        {
            return 0;
        }

        var distance = Distance(a, b, tolerees);
        return distance > tolerees ? 0 : distance == 1 ? (court.Lettres >= 6 ? 0.93 : 0.88) : 0.85;
    }

    public override string ToString() => string.Create(Lettres, this, static (sortie, mot) =>
    {
        for (var i = 0; i < sortie.Length; i++)
        {
            sortie[i] = mot.Lettre(i) switch { <= 26 and var l => (char)('a' + l - 1), <= 36 and var c => (char)('0' + c - 27), _ => '?' };
        }
    });

    private bool AUnChiffre
    {
        get
        {
            for (var i = 0; i < Lettres; i++)
            {
                if (Lettre(i) is >= 27 and <= 36)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static int DebutCommun(Mot a, Mot b)
    {
        var n = Math.Min(a.Lettres, b.Lettres);
        for (var i = 0; i < n; i++)
        {
            if (a.Lettre(i) != b.Lettre(i))
            {
                return i;
            }
        }

        return n;
    }

    /// <summary>Letters to add, remove, change or swap; stops when it goes over the limit.</summary>
    private static int Distance(Mot a, Mot b, int limite)
    {
        Span<int> avant = stackalloc int[LettresMax + 1];
        Span<int> hier = stackalloc int[LettresMax + 1];
        Span<int> ligne = stackalloc int[LettresMax + 1];
        var (m, n) = (a.Lettres, b.Lettres);
        for (var j = 0; j <= n; j++)
        {
            hier[j] = j;
        }

        for (var i = 1; i <= m; i++)
        {
            ligne[0] = i;
            var mini = i;
            for (var j = 1; j <= n; j++)
            {
                var cout = a.Lettre(i - 1) == b.Lettre(j - 1) ? 0 : 1;
                var d = Math.Min(Math.Min(hier[j] + 1, ligne[j - 1] + 1), hier[j - 1] + cout);
                if (i > 1 && j > 1 && a.Lettre(i - 1) == b.Lettre(j - 2) && a.Lettre(i - 2) == b.Lettre(j - 1))
                {
                    d = Math.Min(d, avant[j - 2] + 1);
                }

                ligne[j] = d;
                mini = Math.Min(mini, d);
            }

            if (mini > limite)
            {
                return limite + 1;
            }

            hier.CopyTo(avant);
            ligne.CopyTo(hier);
        }

        return hier[n];
    }
}
