namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>
/// Composes a local day from the rules, as the OSM specification and its reference implementation do. The rules are read in order; each rule that
/// takes the day lays its times over those before. Two points often misunderstood:
/// an opening rule joined by « ; » that names the day first wipes what comes before, « off » does not (it only closes the times that it gives);
/// the part of a range that runs past midnight belongs to the rule of the day before, wipes nothing, and stays even when another rule has replaced
/// the evening that it continues.
/// </summary>
internal static class Composeur
{
    /// <summary>Comment of the time after an open end (« 18:00+ ») when the rule has none.</summary>
    public const string FermetureNonPrecisee = "heure de fermeture non précisée";

    /// <summary>The day of this date in this département.</summary>
    public static Journee Composer(IReadOnlyList<Regle> regles, DateOnly jour, string departement)
    {
        var couches = new List<Couche>(4);
        for (var i = 0; i < regles.Count; i++)
        {
            var regle = regles[i];
            if (regle.Prend(jour, departement))
            {
                if (EffaceCeQuiPrecede(regles, i))
                {
                    couches.Clear();
                }

                Poser(couches, regle);
            }

            if (regle.DebordeSurLeLendemain && regle.Prend(jour.AddDays(-1), departement))
            {
                PoserLeDebordement(couches, regle);
            }
        }

        return Fondre(couches);
    }

    private static bool EffaceCeQuiPrecede(IReadOnlyList<Regle> regles, int i)
    {
        var regle = regles[i];
        return i > 0
            && regle.Liaison == Liaison.Remplace
            && regle.Etat != EtatOuverture.Ferme
            && (regle.NommeDesJours || (regle.Etat == EtatOuverture.Ouvert && !regles[i - 1].NommeDesJours));
    }

    private static void Poser(List<Couche> couches, Regle regle)
    {
        var repli = regle.Liaison == Liaison.Repli;
        var commentaire = string.IsNullOrEmpty(regle.Commentaire) ? null : regle.Commentaire;
        if (regle.Heures.Count == 0)
        {
            couches.Add(new Couche(0, PlageHoraire.Jour, regle.Etat, commentaire, repli));
        }

        foreach (var plage in regle.Heures)
        {
            couches.Add(new Couche(plage.Debut, Math.Min(plage.Fin, PlageHoraire.Jour), regle.Etat, commentaire, repli));
            if (plage.FinOuverte)
            {
                couches.Add(new Couche(plage.Debut, Math.Min(plage.FinEstimee, PlageHoraire.Jour), EtatOuverture.Inconnu, CommentaireDeFin(regle), repli));
            }
        }
    }

    private static string? CommentaireDeFin(Regle regle) => regle.Commentaire switch
    {
        null => FermetureNonPrecisee,
        "" => null,
        _ => regle.Commentaire,
    };

    private static void PoserLeDebordement(List<Couche> couches, Regle regle)
    {
        var commentaire = string.IsNullOrEmpty(regle.Commentaire) ? null : regle.Commentaire;
        foreach (var plage in regle.Heures)
        {
            if (plage.Fin > PlageHoraire.Jour)
            {
                couches.Add(new Couche(0, plage.Fin - PlageHoraire.Jour, regle.Etat, commentaire, Repli: false));
            }

            if (plage.FinOuverte && plage.FinEstimee > PlageHoraire.Jour)
            {
                couches.Add(new Couche(0, plage.FinEstimee - PlageHoraire.Jour, EtatOuverture.Inconnu, CommentaireDeFin(regle), Repli: false));
            }
        }
    }

    // Cuts the day at every bound, asks the layers for each piece, and joins equal neighbours.
    private static Journee Fondre(List<Couche> couches)
    {
        Span<int> bornes = couches.Count <= 32 ? stackalloc int[(2 * couches.Count) + 2] : new int[(2 * couches.Count) + 2];
        bornes[0] = 0;
        bornes[1] = PlageHoraire.Jour;
        for (var i = 0; i < couches.Count; i++)
        {
            bornes[(2 * i) + 2] = couches[i].Debut;
            bornes[(2 * i) + 3] = couches[i].Fin;
        }

        bornes.Sort();
        var segments = new List<Segment>(couches.Count + 1);
        for (var i = 1; i < bornes.Length; i++)
        {
            if (bornes[i] == bornes[i - 1])
            {
                continue;
            }

            var (etat, commentaire) = EtatA(couches, bornes[i - 1]);
            if (segments is [.., var dernier] && dernier.Etat == etat && dernier.Commentaire == commentaire)
            {
                segments[^1] = dernier with { Fin = bornes[i] };
            }
            else
            {
                segments.Add(new Segment(bornes[i - 1], bornes[i], etat, commentaire));
            }
        }

        return new Journee([.. segments]);
    }

    private static EtatHoraires EtatA(List<Couche> couches, int minute)
    {
        var etat = default(EtatHoraires);
        foreach (var couche in couches)
        {
            if (couche.Debut <= minute && minute < couche.Fin && !(couche.Repli && etat.Etat != EtatOuverture.Ferme))
            {
                etat = new EtatHoraires(couche.Etat, couche.Commentaire);
            }
        }

        return etat;
    }
}
