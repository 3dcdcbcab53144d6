using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>Names: what distinguishes them, once what the places are and where has been taken away.</summary>
internal static class PartieNom
{
    public static void Comparer(Profil a, Profil b, ref Indices indices)
    {
        if (a.Nom.Length > 0 && a.Nom.AsSpan().SequenceEqual(b.Nom))
        {
            indices[Indice.NomEgal] = 1;
        }

        if (Sigle(a, b) || Sigle(b, a))
        {
            indices[Indice.NomSigle] = 1;
        }

        var (dansA, dansB) = (a.SommeNoyau > 0.3f, b.SommeNoyau > 0.3f);
        if (!dansA && !dansB)
        {
            indices[Indice.NomNoyauAucun] = 1;
        }
        else if (!dansA || !dansB)
        {
            indices[Indice.NomNoyauUnSeul] = 1;
        }

        var (commun, seulA, seulB) = Sac.Comparer(a.Noyau, a.PoidsNoyau, b.Noyau, b.PoidsNoyau);
        if (commun > 0.05f)
        {
            var ensemble = commun / (commun + seulA + seulB);
            var inclusion = commun / (commun + Math.Min(seulA, seulB));
            indices[Indice.NomNoyau] = ((0.4f * ensemble) + (0.6f * inclusion)) * Math.Min(1, commun / 0.5f);
        }

        if (indices[Indice.NomNoyau] < 0.6f)
        {
            indices[Indice.NomAilleurs] = Math.Max(Ailleurs(a, b), Ailleurs(b, a));
        }

        if (indices[Indice.NomSigle] == 0)
        {
            indices[Indice.NomNoyauContraire] = Math.Min(1, Math.Min(seulA, seulB) / 0.6f) * (1 - indices[Indice.NomNoyau]);
        }
    }

    /// <summary>Share of the distinctive words of one that are found around the other.</summary>
    private static float Ailleurs(Profil a, Profil b)
    {
        if (a.SommeNoyau < 0.4f || b.Ailleurs.Length == 0)
        {
            return 0;
        }

        float trouve = 0;
        for (var i = 0; i < a.Noyau.Length; i++)
        {
            foreach (var mot in b.Ailleurs)
            {
                if (Mot.Proximite(a.Noyau[i], mot) >= 0.88)
                {
                    trouve += a.PoidsNoyau[i];
                    break;
                }
            }
        }

        return trouve / a.SommeNoyau;
    }

    /// <summary>A word of one is made of the first letters of the other.</summary>
    private static bool Sigle(Profil a, Profil b)
    {
        if (b.Initiales.Lettres < 3)
        {
            return false;
        }

        foreach (var mot in a.Nom)
        {
            if (mot.Longueur is >= 3 and <= 8 && Contient(b.Initiales, mot) && !b.Nom.AsSpan().Contains(mot))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contient(Mot initiales, Mot sigle)
    {
        for (var debut = 0; debut + sigle.Lettres <= initiales.Lettres; debut++)
        {
            var i = 0;
            while (i < sigle.Lettres && initiales.Lettre(debut + i) == sigle.Lettre(i))
            {
                i++;
            }

            if (i == sigle.Lettres)
            {
                return true;
            }
        }

        return false;
    }
}
