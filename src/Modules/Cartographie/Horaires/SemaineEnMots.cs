using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Mots;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires;

/// <summary>The week table for the public: seven days from the Monday of the local week that holds an instant, in French or in English ("en").</summary>
internal static class SemaineEnMots
{
    // A range that ends before this hour of the next morning is told on the day on which it starts.
    private const int FinDeNuit = PlageHoraire.Jour + (6 * 60);

    /// <summary>Seven lines, Monday first.</summary>
    public static IReadOnlyList<JourEnMots> Composer(HorairesOsm horaires, DateTimeOffset instant, string departement, string? langue = "fr")
    {
        var mots = Vocable.De(langue);
        var aujourdhui = MomentLocal.De(instant, departement).Jour;
        var lundi = aujourdhui.AddDays(-SelecteurJours.Rang(aujourdhui));
        var semaine = new List<JourEnMots>(7);
        for (var i = 0; i < 7; i++)
        {
            var date = lundi.AddDays(i);
            var plages = Plages(horaires, date, departement, mots);
            var ferie = JoursFeries.Nom(date, departement);
            var aVerifier = ferie is not null && !horaires.MentionneLesJoursFeries && plages.Count > 0 ? mots.FerieAVerifier : null;
            semaine.Add(new JourEnMots(date, mots.Date(date), date == aujourdhui, plages, ferie, aVerifier));
        }

        return semaine;
    }

    private static List<PlageEnMots> Plages(HorairesOsm horaires, DateOnly date, string departement, Vocable mots)
    {
        var veille = horaires.JourneeDu(date.AddDays(-1), departement).Segments;
        var jour = horaires.JourneeDu(date, departement).Segments;
        var lendemain = horaires.JourneeDu(date.AddDays(1), departement).Segments;
        var plages = new List<PlageEnMots>();
        foreach (ref readonly var segment in jour)
        {
            if (segment.Etat == EtatOuverture.Ferme || (segment.Debut == 0 && EstFinDeNuit(veille[^1], segment)))
            {
                continue;
            }

            var fin = segment.Fin == PlageHoraire.Jour && EstFinDeNuit(segment, lendemain[0]) ? PlageHoraire.Jour + lendemain[0].Fin : segment.Fin;
            var inconnu = segment.Etat == EtatOuverture.Inconnu;
            plages.Add(new PlageEnMots(segment.Debut, fin, Texte(segment, fin, mots), inconnu, segment.Commentaire?.Trim()));
        }

        return plages;
    }

    // True when the morning segment only ends a range that started the evening before.
    private static bool EstFinDeNuit(in Segment soir, in Segment matin) =>
        soir.Debut > 0
        && soir.Etat == matin.Etat
        && soir.Etat != EtatOuverture.Ferme
        && soir.Commentaire == matin.Commentaire
        && PlageHoraire.Jour + matin.Fin <= FinDeNuit;

    private static string Texte(in Segment segment, int fin, Vocable mots) => segment.Commentaire == Composeur.FermetureNonPrecisee
        ? mots.APartirDe(segment.Debut)
        : mots.Plage(segment.Debut, fin > PlageHoraire.Jour ? fin - PlageHoraire.Jour : fin);
}
