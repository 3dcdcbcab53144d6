using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>
/// Which pairs are worth comparing: those that share a key. A key is a word of the name in a commune, a street, a square of land, a contact, a kind in a small
/// town. A key that too many share is cut into windows of neighbours, so that the number of pairs grows with the number of places, not with its square.
/// </summary>
internal static class Candidats
{
    /// <summary>Up to this many places with a key, all are compared with all.</summary>
    private const int Plein = 32;

    /// <summary>Beyond, each is compared with this many neighbours in an order where likeness is near.</summary>
    private const int Fenetre = 8;

    /// <summary>Half of a square's side, in degrees of latitude: some 90 metres. Two points nearer than it share one of the four grids.</summary>
    private const double DemiCote = 0.0008;

    private const int ClesMax = 40;

    /// <summary>The pairs, as the rank of the first in the high half and that of the second, greater, in the low half; sorted, each once.</summary>
    public static ulong[] Trouver(Profil[] profils)
    {
        var morceaux = Math.Max(1, Math.Min(Environment.ProcessorCount * 4, profils.Length / 512));
        var parMorceau = new (ulong[] Cles, int[] Rangs)[morceaux];
        Parallel.For(0, morceaux, m =>
        {
            var (de, a) = ((int)((long)profils.Length * m / morceaux), (int)((long)profils.Length * (m + 1) / morceaux));
            var (cles, rangs) = (new List<ulong>((a - de) * 12), new List<int>((a - de) * 12));
            Span<ulong> siennes = stackalloc ulong[ClesMax];
            for (var i = de; i < a; i++)
            {
                var n = Cles(profils[i], siennes);
                for (var k = 0; k < n; k++)
                {
                    cles.Add(siennes[k]);
                    rangs.Add(i);
                }
            }

            parMorceau[m] = ([.. cles], [.. rangs]);
        });

        var (toutes, tous) = (parMorceau.SelectMany(m => m.Cles).ToArray(), parMorceau.SelectMany(m => m.Rangs).ToArray());
        Trier(toutes, tous);
        var paires = new List<ulong>(profils.Length * 6);
        for (var debut = 0; debut < toutes.Length;)
        {
            var fin = debut + 1;
            while (fin < toutes.Length && toutes[fin] == toutes[debut])
            {
                fin++;
            }

            if (fin - debut > 1)
            {
                Apparier(tous.AsSpan(debut, fin - debut), profils, paires);
            }

            debut = fin;
        }

        var resultat = paires.ToArray();
        Array.Sort(resultat);
        var garde = 0;
        for (var i = 0; i < resultat.Length; i++)
        {
            if (i == 0 || resultat[i] != resultat[i - 1])
            {
                resultat[garde++] = resultat[i];
            }
        }

        return resultat[..garde];
    }

    /// <summary>Halves are sorted at once, then merged: two cores are what a small server has.</summary>
    private static void Trier(ulong[] cles, int[] rangs)
    {
        if (cles.Length < 50_000)
        {
            Array.Sort(cles, rangs);
            return;
        }

        var moitie = cles.Length / 2;
        var (g, gr, d, dr) = (cles[..moitie], rangs[..moitie], cles[moitie..], rangs[moitie..]);
        Parallel.Invoke(() => Array.Sort(g, gr), () => Array.Sort(d, dr));
        for (int i = 0, j = 0, k = 0; k < cles.Length; k++)
        {
            if (j >= d.Length || (i < g.Length && g[i] <= d[j]))
            {
                (cles[k], rangs[k]) = (g[i], gr[i++]);
            }
            else
            {
                (cles[k], rangs[k]) = (d[j], dr[j++]);
            }
        }
    }

    private static void Apparier(Span<int> rangs, Profil[] profils, List<ulong> paires)
    {
        // The order in which keys were sorted isn't that of the places: the order of the answer must not depend on it.
        rangs.Sort();
        if (rangs.Length <= Plein)
        {
            for (var i = 0; i < rangs.Length; i++)
            {
                for (var j = i + 1; j < rangs.Length; j++)
                {
                    Ajouter(rangs[i], rangs[j]);
                }
            }

            return;
        }

        rangs.Sort((i, j) => Voisinage(profils[i]).CompareTo(Voisinage(profils[j])) is var c && c != 0 ? c : i.CompareTo(j));
        for (var i = 0; i < rangs.Length; i++)
        {
            for (var j = i + 1; j < rangs.Length && j <= i + Fenetre; j++)
            {
                Ajouter(rangs[i], rangs[j]);
            }
        }

        void Ajouter(int i, int j)
        {
            if (i != j)
            {
                paires.Add(i < j ? ((ulong)(uint)i << 32) | (uint)j : ((ulong)(uint)j << 32) | (uint)i);
            }
        }
    }

    /// <summary>Commune, then street, number, name: places that follow one another are alike.</summary>
    private static (int Commune, ulong Voie, int Numero, ulong Nom) Voisinage(Profil p) =>
        (p.Commune, p.Adresse.Voie.Length > 0 ? p.Adresse.Voie[^1].Code : 0, p.Adresse.Numero, p.Noyau.Length > 0 ? p.Noyau[0].Code : 0);

    private static int Cles(Profil p, Span<ulong> cles)
    {
        var n = 0;
        if (p.Commune != 0)
        {
            n = DeLaCommune(p, (ulong)p.Commune, cles, n);
        }
        else
        {
            foreach (var commune in p.CommunesPossibles.AsSpan(0, Math.Min(p.CommunesPossibles.Length, 3)))
            {
                n = DeLaCommune(p, (ulong)commune, cles, n);
            }

            if (p.CommunesPossibles.Length == 0 && p.CodePostal > 0)
            {
                n = DeLaCommune(p, (ulong)p.CodePostal + 1_000_000, cles, n);
            }
        }

        if (p.APosition)
        {
            var (x, y) = (p.Longitude / DemiCote * 0.7, p.Latitude / DemiCote);
            for (var d = 0; d < 4 && n < cles.Length; d++)
            {
                var (cx, cy) = ((long)Math.Floor((x + (d & 1)) / 2), (long)Math.Floor((y + (d >> 1)) / 2));
                cles[n++] = Cle('g' + d, (ulong)((cx << 32) ^ (cy & 0xFFFF_FFFF)), 0);
            }
        }

        foreach (var (genre, valeur) in ((char, ulong)[])[('s', p.Siret), ('t', p.Telephones.Item1), ('t', p.Telephones.Item2)])
        {
            if (valeur != 0 && n < cles.Length)
            {
                cles[n++] = Cle(genre, valeur, 0);
            }
        }

        foreach (var courriel in p.Courriels)
        {
            if (n < cles.Length)
            {
                cles[n++] = Cle('c', courriel, 0);
            }
        }

        return n;
    }

    private static int DeLaCommune(Profil p, ulong commune, Span<ulong> cles, int n)
    {
        var mots = 0;
        for (var i = 0; i < p.Noyau.Length && mots < 5 && n < cles.Length; i++)
        {
            if (p.PoidsNoyau[i] >= 0.35f)
            {
                cles[n++] = Cle('n', commune, p.Noyau[i].Code);
                mots++;
            }
        }

        foreach (var mot in p.Adresse.Voie.AsSpan(Math.Max(0, p.Adresse.Voie.Length - 2)))
        {
            if (n < cles.Length)
            {
                cles[n++] = Cle('v', commune, mot.Code);
            }
        }

        var genres = (uint)(Parties.PartieGenre.Principaux(p) | (p.FranceServices ? Genre.FranceServices : Genre.Aucun));
        for (; genres != 0 && n < cles.Length; genres &= genres - 1)
        {
            cles[n++] = Cle('k', commune, genres & (~genres + 1));
        }

        return n;
    }

    private static ulong Cle(int genre, ulong a, ulong b) => Empreinte.Melanger(Empreinte.Melanger(a, b), (ulong)genre);
}
