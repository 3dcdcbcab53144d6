using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>Addresses: same number and street, same street with another number, another street.</summary>
internal static class PartieAdresse
{
    /// <summary>Numbers that a same building may have.</summary>
    private const int Voisins = 2;

    public static void Comparer(Profil a, Profil b, ref Indices indices)
    {
        var (x, y) = (a.Adresse, b.Adresse);
        if (x.Vague || y.Vague)
        {
            indices[Indice.AdresseVague] = 1;
        }

        var voie = Voie(x, y);
        if (voie < 0.55f)
        {
            if (!x.Vague && !y.Vague)
            {
                indices[Indice.AdresseVoieContraire] = 1 - voie;
            }

            return;
        }

        if (!x.ANumero || !y.ANumero)
        {
            indices[Indice.AdresseSansNumero] = voie * (x.Vague || y.Vague ? 0.5f : 1);
            return;
        }

        var ecart = Ecart(x, y);
        if (ecart == 0)
        {
            indices[Indice.AdresseEgale] = voie * (x.Indice != y.Indice ? (x.Indice != 0 && y.Indice != 0 ? 0.5f : 0.8f) : 1);
        }
        else
        {
            indices[ecart <= Voisins || MemesChiffres(x.Numero, y.Numero) ? Indice.AdresseNumeroProche : Indice.AdresseNumeroContraire] = voie;
        }
    }

    /// <summary>1 for the same street, 0 for another; in between, for one that is cut short or has another kind.</summary>
    private static float Voie(in Adresse x, in Adresse y)
    {
        if (x.Voie.Length == 0 || y.Voie.Length == 0)
        {
            return 0;
        }

        var (commun, seulX, seulY) = Sac.Comparer(x.Voie, x.Poids, y.Voie, y.Poids);
        if (commun <= 0)
        {
            return 0;
        }

        var inclusion = commun / (commun + Math.Min(seulX, seulY));
        var ensemble = commun / (commun + Math.Max(seulX, seulY));
        var memeType = x.Type == y.Type || x.Type.EstVide || y.Type.EstVide;
        return ((0.65f * inclusion) + (0.35f * ensemble)) * (memeType ? 1 : 0.8f) * Math.Min(1, commun / 0.5f);
    }

    /// <summary>« 431 » and « 413 »: a slip of the hand, in numbers long enough for chance not to do it.</summary>
    private static bool MemesChiffres(int x, int y)
    {
        if (x < 100 || y < 100)
        {
            return false;
        }

        // Each digit adds one to its own four bits: the order doesn't show.
        static ulong Compter(int n)
        {
            var compte = 0UL;
            for (; n > 0; n /= 10)
            {
                compte += 1UL << (n % 10 * 4);
            }

            return compte;
        }

        return Compter(x) == Compter(y);
    }

    private static int Ecart(in Adresse x, in Adresse y)
    {
        if (x.Numero <= y.NumeroFin && y.Numero <= x.NumeroFin)
        {
            return 0;
        }

        return Math.Min(Math.Abs(x.Numero - y.NumeroFin), Math.Abs(y.Numero - x.NumeroFin));
    }
}
