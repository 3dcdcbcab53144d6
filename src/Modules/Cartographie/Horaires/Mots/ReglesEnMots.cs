using System.Globalization;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires.Mots;

/// <summary>Tells each rule in French: « du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h », « jours fériés, fermé ».</summary>
internal static class ReglesEnMots
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly string[] Jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    private static readonly string[] Mois = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    /// <summary>One sentence a rule, in the order of the rules.</summary>
    public static IReadOnlyList<string> Ecrire(IReadOnlyList<Regle> regles) => [.. regles.Select(Ecrire)];

    private static string Ecrire(Regle regle)
    {
        var parties = new List<string>();
        parties.AddRange(regle.Annees.Count == 0 ? [] : [Liste(regle.Annees.Select(Annees))]);
        parties.AddRange(regle.Dates.Count == 0 ? [] : [Liste(regle.Dates.Select(Dates))]);
        parties.AddRange(regle.Semaines.Count == 0 ? [] : [Liste(regle.Semaines.Select(Semaines))]);
        parties.AddRange(regle.FeriesEtJours is null ? [] : [Selecteur(regle.FeriesEtJours) + " parmi :"]);
        parties.AddRange(regle.Jours is null ? [] : [Selecteur(regle.Jours)]);
        parties.AddRange(regle.Heures.Count == 0 ? [] : [Liste(regle.Heures.Select(Heures))]);
        if (parties.Count == 0 && regle.Etat == EtatOuverture.Ouvert)
        {
            parties.Add("tous les jours, 24 h sur 24");
        }
        else if (regle.Heures.Count == 0 && regle.Etat == EtatOuverture.Ouvert)
        {
            parties.Add("24 h sur 24");
        }

        switch (regle.Etat)
        {
            case EtatOuverture.Ferme:
                parties.Add("fermé");
                break;
            case EtatOuverture.Inconnu when string.IsNullOrWhiteSpace(regle.Commentaire):
                parties.Add("à confirmer");
                break;
        }

        if (!string.IsNullOrWhiteSpace(regle.Commentaire))
        {
            parties.Add($"« {regle.Commentaire.Trim()} »");
        }

        var phrase = string.Join(", ", parties);
        return regle.Liaison == Liaison.Repli ? "sinon, " + phrase : phrase;
    }

    private static string Annees(PlageAnnees plage) =>
        plage.Debut == plage.Fin ? $"en {plage.Debut}"
        : plage.Fin == Calendrier.JoursFeries.DerniereAnnee ? $"à partir de {plage.Debut}{Pas(plage.Pas, "an")}"
        : $"de {plage.Debut} à {plage.Fin}{Pas(plage.Pas, "an")}";

    private static string Dates(PlageDates plage)
    {
        var (debut, fin) = (Date(plage.Debut, plage), Date(plage.Fin, plage));
        return plage.MoisEntier
            ? plage.SeulMois ? "en " + debut : $"de {debut} à {fin}".Replace("de a", "d’a", StringComparison.Ordinal).Replace("de o", "d’o", StringComparison.Ordinal)
            : plage.Debut == plage.Fin ? "le " + debut : $"du {debut} au {fin}{Pas(plage.Pas, "jour")}";
    }

    private static string Date(int date, PlageDates plage)
    {
        var mois = Mois[(date / 100 % 100) - 1];
        var jour = date % 100 == 1 ? "1er" : (date % 100).ToString(CultureInfo.InvariantCulture);
        return plage.MoisEntier ? mois : $"{jour} {mois}{(plage.AvecAnnee ? " " + (date / 10_000).ToString(CultureInfo.InvariantCulture) : "")}";
    }

    private static string Semaines(PlageSemaines plage) => plage switch
    {
        { Debut: 1, Pas: 2, Fin: >= 51 } => "semaines impaires",
        { Debut: 2, Pas: 2, Fin: >= 51 } => "semaines paires",
        _ when plage.Debut == plage.Fin => $"semaine {plage.Debut}",
        _ => $"semaines {plage.Debut} à {plage.Fin}{Pas(plage.Pas, "semaine")}",
    };

    private static string Pas(int pas, string unite) => pas == 1 ? "" : $" ({(unite == "semaine" ? "une" : "un")} {unite} sur {pas})";

    private static string Selecteur(SelecteurJours selecteur)
    {
        var morceaux = selecteur.Masque == 0b111_1111 ? ["tous les jours"] : Plages(selecteur.Masque);
        morceaux.AddRange(selecteur.Niemes.Select(Nieme));
        morceaux.AddRange(selecteur.Feries.Distinct().Select(d => d switch { 0 => "jours fériés", > 0 => "lendemains de jours fériés", _ => "veilles de jours fériés" }));
        if (selecteur.Vacances is not null)
        {
            morceaux.Add("vacances scolaires");
        }

        return Liste(morceaux);
    }

    private static List<string> Plages(int masque)
    {
        var plages = new List<string>();
        for (var jour = 0; jour < 7; jour++)
        {
            var fin = jour;
            while (fin < 7 && (masque & (1 << fin)) != 0)
            {
                fin++;
            }

            if (fin - jour >= 3)
            {
                plages.Add($"du {Jours[jour]} au {Jours[fin - 1]}");
                jour = fin - 1;
            }
            else if (fin > jour)
            {
                plages.Add(Jours[jour]);
            }
        }

        return plages;
    }

    private static string Nieme(NiemeJour nieme)
    {
        var rangs = Enumerable.Range(1, 5).Where(n => (nieme.Rangs & (1 << n)) != 0).Select(n => n == 1 ? "1er" : $"{n}e")
            .Concat(Enumerable.Range(1, 5).Where(n => (nieme.RangsDeLaFin & (1 << n)) != 0).Select(n => n == 1 ? "dernier" : $"{n}e avant la fin"));
        var decalage = nieme.Decalage == 0 ? "" : string.Create(Francais, $" ({nieme.Decalage:+0;-0} j)");
        return $"{Liste(rangs)} {Jours[nieme.Jour]} du mois{decalage}";
    }

    private static string Heures(PlageHoraire plage)
    {
        var debut = Heure(plage.Debut);
        return plage.FinOuverte ? "à partir de " + debut : $"de {debut} à {Heure(plage.Fin > PlageHoraire.Jour ? plage.Fin - PlageHoraire.Jour : plage.Fin)}";
    }

    private static string Heure(int minutes) => Vocable.De("fr").Heure(minutes);

    private static string Liste(IEnumerable<string> elements)
    {
        var liste = elements.ToList();
        return liste.Count < 2 ? string.Concat(liste) : $"{string.Join(", ", liste.Take(liste.Count - 1))} et {liste[^1]}";
    }
}
