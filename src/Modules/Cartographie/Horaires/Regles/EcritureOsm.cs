using System.Globalization;
using System.Text;
using FaireAvec.Cartographie.Horaires.Calendrier;

namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>
/// Writes rules in the canonical form: selectors in the order of the specification, two digits for hours, days in the order of the week, the state only
/// where it is needed. Reading it again gives the same hours, and the same text.
/// </summary>
internal static class EcritureOsm
{
    private static readonly string[] Mois = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] JoursDeLaSemaine = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>The text of the rules.</summary>
    public static string Ecrire(IReadOnlyList<Regle> regles)
    {
        var texte = new StringBuilder(64);
        for (var i = 0; i < regles.Count; i++)
        {
            texte.Append(i == 0 ? "" : regles[i].Liaison switch
            {
                Liaison.Ajoute => ", ",
                Liaison.Repli => " || ",
                _ => "; ",
            });
            var suivante = i + 1 < regles.Count ? regles[i + 1] : null;

            // « 10:00-12:00, 14:00-16:00 » would be one rule with two ranges, and « 24/7, … » isn't right.
            var etatUtile = suivante?.Liaison == Liaison.Ajoute && (!suivante.NommeDesJours || !regles[i].NommeDesJours);
            Ecrire(texte, regles[i], etatUtile);
        }

        return texte.ToString();
    }

    private static void Ecrire(StringBuilder texte, Regle regle, bool etatUtile)
    {
        var parties = new List<string>(6);
        var annees = string.Join(',', regle.Annees.Select(Ecrire));
        var dates = string.Join(',', regle.Dates.Select(Ecrire));

        // « 2025 Dec 20-Jan 5 » would take the year for the date's.
        var anneeSeule = regle.Annees is [var annee] && annee.Debut == annee.Fin;
        var inverser = anneeSeule && regle.Dates is [{ MoisEntier: false }, ..];
        Ajouter(parties, inverser ? dates : annees);
        Ajouter(parties, inverser ? annees : dates);
        if (regle.Semaines.Count > 0)
        {
            parties.Add("week " + string.Join(',', regle.Semaines.Select(Ecrire)));
        }

        // « Jun Mo[1,3] » and « 2025 May 04:00-13:00 » are read otherwise without the colon.
        var moisDernier = regle is { Semaines.Count: 0, Dates: [.., { MoisEntier: true, SeulMois: true }] };
        var rangDAbord = regle is { FeriesEtJours: null, Jours: { Masque: 0, Niemes.Count: > 0 } };
        if (moisDernier && (rangDAbord || (anneeSeule && regle is { FeriesEtJours: null, Jours: null } && (regle.Heures.Count > 0 || regle.Etat == EtatOuverture.Ouvert))))
        {
            parties[^1] += ":";
        }

        Ajouter(parties, regle.FeriesEtJours is null ? "" : Ecrire(regle.FeriesEtJours));
        Ajouter(parties, regle.Jours is null ? "" : Ecrire(regle.Jours));
        Ajouter(parties, string.Join(',', regle.Heures.Select(Ecrire)));
        var ouvert = regle.Etat == EtatOuverture.Ouvert;
        if (regle.Heures.Count == 0 && ouvert)
        {
            parties.Add(regle.NommeDesJours ? "00:00-24:00" : "24/7");
        }

        switch (regle.Etat)
        {
            case EtatOuverture.Ouvert when etatUtile || regle.Commentaire is not null:
                parties.Add("open");
                break;
            case EtatOuverture.Ferme:
                parties.Add("off");
                break;
            case EtatOuverture.Inconnu when regle.Commentaire is null:
                parties.Add("unknown");
                break;
        }

        if (regle.Commentaire is { } commentaire)
        {
            parties.Add($"\"{commentaire}\"");
        }

        texte.AppendJoin(' ', parties);
    }

    private static void Ajouter(List<string> parties, string partie)
    {
        if (partie.Length > 0)
        {
            parties.Add(partie);
        }
    }

    private static string Ecrire(PlageAnnees plage) => plage switch
    {
        _ when plage.Debut == plage.Fin => N(plage.Debut),
        { Fin: JoursFeries.DerniereAnnee, Pas: 1 } => $"{N(plage.Debut)}+",
        { Fin: JoursFeries.DerniereAnnee } => $"{N(plage.Debut)}/{N(plage.Pas)}",
        { Pas: 1 } => $"{N(plage.Debut)}-{N(plage.Fin)}",
        _ => $"{N(plage.Debut)}-{N(plage.Fin)}/{N(plage.Pas)}",
    };

    private static string Ecrire(PlageSemaines plage) =>
        plage.Debut == plage.Fin ? N(plage.Debut) : $"{N(plage.Debut)}-{N(plage.Fin)}{(plage.Pas > 1 ? "/" + N(plage.Pas) : "")}";

    private static string Ecrire(PlageDates plage)
    {
        var debut = Mois[(plage.Debut / 100 % 100) - 1];
        var fin = Mois[(plage.Fin / 100 % 100) - 1];
        if (plage.MoisEntier)
        {
            return plage.SeulMois ? debut : $"{debut}-{fin}";
        }

        var annee = plage.AvecAnnee ? N(plage.Debut / 10_000) + " " : "";
        var anneeDeFin = plage.AvecAnnee ? N(plage.Fin / 10_000) + " " : "";
        var texte = $"{annee}{debut} {N(plage.Debut % 100)}";
        return plage.Debut == plage.Fin ? texte
            : plage.SeulMois ? $"{texte}-{N(plage.Fin % 100)}{(plage.Pas > 1 ? "/" + N(plage.Pas) : "")}"
            : $"{texte}-{anneeDeFin}{fin} {N(plage.Fin % 100)}";
    }

    private static string Ecrire(SelecteurJours selecteur)
    {
        var jours = Jours(selecteur.Masque);
        jours.AddRange(selecteur.Niemes.Select(Ecrire));
        if (selecteur.Feries.Contains(0))
        {
            jours.Add("PH");
        }

        if (selecteur.Vacances is not null)
        {
            jours.Add("SH");
        }

        // A shifted holiday ends the list.
        jours.AddRange(selecteur.Feries.Where(d => d != 0).Distinct().Select(d => "PH" + Decalage(d)));
        return string.Join(',', jours);
    }

    private static string Ecrire(NiemeJour nieme)
    {
        var rangs = Enumerable.Range(1, 5).Where(n => (nieme.Rangs & (1 << n)) != 0)
            .Concat(Enumerable.Range(1, 5).Where(n => (nieme.RangsDeLaFin & (1 << n)) != 0).Select(n => -n));
        return $"{JoursDeLaSemaine[nieme.Jour]}[{string.Join(',', rangs)}]{Decalage(nieme.Decalage)}";
    }

    private static string Decalage(int jours) => jours switch
    {
        0 => "",
        1 => " +1 day",
        -1 => " -1 day",
        > 0 => $" +{N(jours)} days",
        _ => $" -{N(-jours)} days",
    };

    /// <summary>« Mo-We », « Fr »: two days that follow each other are listed, three are a range.</summary>
    public static List<string> Jours(int masque)
    {
        var jours = new List<string>(4);
        for (var jour = 0; jour < 7; jour++)
        {
            var fin = jour;
            while (fin < 7 && (masque & (1 << fin)) != 0)
            {
                fin++;
            }

            if (fin - jour >= 3)
            {
                jours.Add($"{JoursDeLaSemaine[jour]}-{JoursDeLaSemaine[fin - 1]}");
                jour = fin - 1;
            }
            else if (fin > jour)
            {
                jours.Add(JoursDeLaSemaine[jour]);
            }
        }

        return jours;
    }

    private static string Ecrire(PlageHoraire plage)
    {
        if (plage.FinOuverte)
        {
            return Heure(plage.Debut) + "+";
        }

        // « 22:00-02:00 », but « 10:00-36:00 », whose end is later than the start of the next day's.
        var fin = plage.Fin > PlageHoraire.Jour && plage.Fin - PlageHoraire.Jour <= plage.Debut ? plage.Fin - PlageHoraire.Jour : plage.Fin;
        return $"{Heure(plage.Debut)}-{Heure(fin)}";
    }

    private static string Heure(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static string N(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);
}
