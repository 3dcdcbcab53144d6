using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>A stop of a touring place as a place of its own: same help, its own address, its own days.</summary>
internal static class ArretEnLieu
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    public static Lieu Faire(Arret arret, Lieu lieu)
    {
        var fiche = CopieDeLieu.Sous($"{lieu.Id}_arret_{arret.Id:N}", lieu, lieu);
        fiche.Nom = $"{lieu.Nom}, arrêt {Quand(arret)}";
        (fiche.Commune, fiche.CodePostal, fiche.CodeInsee) = (arret.Commune, arret.CodePostal, arret.CodeInsee);
        (fiche.Adresse, fiche.ComplementAdresse) = (arret.Adresse, null);
        (fiche.Latitude, fiche.Longitude) = (arret.Latitude, arret.Longitude);
        fiche.Horaires = arret.HorairesDates;
        fiche.Itinerance = ["Itinérant"];
        fiche.DateMaj = DateOnly.FromDateTime(arret.CreeLe.UtcDateTime);
        fiche.VerifieLe = null;
        return fiche;
    }

    /// <summary>« du 3 décembre 2026 », « du 3 au 5 décembre 2026 », « du 28 novembre au 3 décembre 2026 ».</summary>
    public static string Quand(Arret arret)
    {
        var (premier, dernier) = (arret.PremierJour, arret.DernierJour);
        var fin = dernier.EnMots("d MMMM yyyy", Francais);
        return premier == dernier ? $"du {fin}"
            : (premier.Year, premier.Month) == (dernier.Year, dernier.Month) ? $"du {(premier.Day == 1 ? "1er" : premier.Day)} au {fin}"
            : $"du {premier.EnMots(premier.Year == dernier.Year ? "d MMMM" : "d MMMM yyyy", Francais)} au {fin}";
    }
}
