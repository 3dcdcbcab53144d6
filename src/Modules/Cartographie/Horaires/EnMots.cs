using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Mots;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Horaires;

/// <summary>
/// Tells the state of a place at an instant in one short sentence for the public, in French or in English ("en"):
/// « Ouvert jusqu’à 12 h 30 », « Fermé, ouvre lundi à 9 h », « Sur rendez-vous », « Horaires non communiqués ».
/// </summary>
internal static class EnMots
{
    /// <summary>The sentence. Null hours (nothing written, or not understood) say « Horaires non communiqués ».</summary>
    public static string Etat(HorairesOsm? horaires, DateTimeOffset instant, string departement, string? langue = "fr")
    {
        var mots = Vocable.De(langue);
        if (horaires is null)
        {
            return mots.NonCommuniques;
        }

        if (FerieAVerifier(horaires, instant, departement))
        {
            return mots.FerieAVerifier;
        }

        var etat = horaires.EtatA(instant, departement);
        return etat.Etat switch
        {
            EtatOuverture.Ouvert => Ouvert(horaires, instant, departement, mots),
            EtatOuverture.Inconnu => Inconnu(etat.Commentaire, mots),
            _ => Ferme(horaires, instant, departement, mots),
        };
    }

    /// <summary>True on a public holiday when the place would be open that day and its hours don't mention holidays: nobody knows whether it is.</summary>
    public static bool FerieAVerifier(HorairesOsm? horaires, DateTimeOffset instant, string departement)
    {
        var jour = MomentLocal.De(instant, departement).Jour;
        if (horaires is not { MentionneLesJoursFeries: false } || JoursFeries.Nom(jour, departement) is null)
        {
            return false;
        }

        foreach (ref readonly var segment in horaires.JourneeDu(jour, departement).Segments)
        {
            if (segment.Etat != EtatOuverture.Ferme)
            {
                return true;
            }
        }

        return false;
    }

    private static string Ouvert(HorairesOsm horaires, DateTimeOffset instant, string departement, Vocable mots)
    {
        if (horaires.ProchainChangement(instant, departement) is not { } changement)
        {
            return mots.ToutLeTemps;
        }

        // A closing time not given follows: « open until » would be taken for the time of closing.
        var suite = horaires.EtatA(changement, departement);
        return suite is { Etat: EtatOuverture.Inconnu, Commentaire: Composeur.FermetureNonPrecisee }
            ? mots.FermetureNonPrecisee
            : mots.OuvertJusqua(Jusque(instant, changement, departement));
    }

    private static string Inconnu(string? commentaire, Vocable mots) => commentaire switch
    {
        null => mots.AConfirmer,
        Composeur.FermetureNonPrecisee => mots.FermetureNonPrecisee,
        _ when RendezVous.EstDans(commentaire) => mots.SurRendezVous,
        _ when string.IsNullOrWhiteSpace(commentaire) => mots.AConfirmer,
        _ => mots.AConfirmerSelon(commentaire.Trim()),
    };

    private static string Ferme(HorairesOsm horaires, DateTimeOffset instant, string departement, Vocable mots)
    {
        if (horaires.ProchainChangement(instant, departement) is not { } changement)
        {
            return mots.Ferme;
        }

        var echeance = Jusque(instant, changement, departement);
        var suite = horaires.EtatA(changement, departement);
        return suite switch
        {
            // On a holiday of which weekly hours say nothing, nobody knows whether it opens.
            _ when horaires.SemaineStable && FerieAVerifier(horaires, changement, departement) => mots.FermeAConfirmer(echeance),
            { Etat: EtatOuverture.Ouvert } or { Commentaire: Composeur.FermetureNonPrecisee } => mots.FermeOuvre(echeance),
            _ when RendezVous.EstDans(suite.Commentaire) => mots.FermeRendezVous(echeance),
            _ => mots.FermeAConfirmer(echeance),
        };
    }

    private static Echeance Jusque(DateTimeOffset instant, DateTimeOffset changement, string departement) =>
        Echeance.De(TimeZoneInfo.ConvertTime(instant, FuseauHoraire.De(departement)), changement);
}
