namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// Keeps the first K of a flow in the order (key, name), after a cursor. A binary heap with the worst on top: most candidates cost one comparison.
/// </summary>
internal sealed class Meilleurs(int capacite)
{
    private readonly (double Cle, int Ordre, int Rang)[] _tas = new (double, int, int)[capacite];
    private int _nombre;

    /// <summary>Offers a row. <paramref name="ordreApres"/> is the name order of the cursor's place.</summary>
    public void Proposer(double cle, int ordre, int rang, Curseur? apres, int ordreApres)
    {
        if (apres is not null && (cle < apres.Cle || (cle == apres.Cle && ordre <= ordreApres)))
        {
            return;
        }

        var candidat = (cle, ordre, rang);
        if (_nombre < capacite)
        {
            _tas[_nombre] = candidat;
            Monter(_nombre++);
        }
        else if (Avant(candidat, _tas[0]))
        {
            _tas[0] = candidat;
            Descendre();
        }
    }

    /// <summary>The rows kept, best first.</summary>
    public (double[] Cles, int[] Rangs) Ranger()
    {
        var tries = _tas[.._nombre];
        Array.Sort(tries, (a, b) => Avant(a, b) ? -1 : Avant(b, a) ? 1 : 0);
        return (Array.ConvertAll(tries, t => t.Cle), Array.ConvertAll(tries, t => t.Rang));
    }

    private static bool Avant(in (double Cle, int Ordre, int Rang) a, in (double Cle, int Ordre, int Rang) b) =>
        a.Cle < b.Cle || (a.Cle == b.Cle && a.Ordre < b.Ordre);

    private void Monter(int i)
    {
        while (i > 0)
        {
            var parent = (i - 1) / 2;
            if (!Avant(_tas[parent], _tas[i]))
            {
                return;
            }

            (_tas[parent], _tas[i]) = (_tas[i], _tas[parent]);
            i = parent;
        }
    }

    private void Descendre()
    {
        var i = 0;
        while (true)
        {
            var (pire, g, d) = (i, (2 * i) + 1, (2 * i) + 2);
            pire = g < _nombre && Avant(_tas[pire], _tas[g]) ? g : pire;
            pire = d < _nombre && Avant(_tas[pire], _tas[d]) ? d : pire;
            if (pire == i)
            {
                return;
            }

            (_tas[pire], _tas[i]) = (_tas[i], _tas[pire]);
            i = pire;
        }
    }
}
