using System.Globalization;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>Where and when hours are compared with the reference implementation.</summary>
public sealed record Contexte(string Departement, DateOnly Debut, int Jours);

/// <summary>Writes intervals the way differentiel.mjs does: minutes elapsed since the start, « ? » when unknown, then the comment.</summary>
internal static class ReponseDeReference
{
    public static string Ecrire(HorairesOsm horaires, Contexte contexte)
    {
        var fuseau = FuseauHoraire.De(contexte.Departement);
        var debut = FuseauHoraire.Instant(fuseau, contexte.Debut, 0);
        var fin = FuseauHoraire.Instant(fuseau, contexte.Debut.AddDays(contexte.Jours), 0);
        return string.Join(';', horaires.Intervalles(debut, fin, contexte.Departement).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{(i.Debut - debut).TotalMinutes}-{(i.Fin - debut).TotalMinutes}{(i.Inconnu ? "?" : "")}{Commentaire(i.Commentaire)}")));
    }

    private static string Commentaire(string? commentaire) => commentaire switch
    {
        null => "",
        Composeur.FermetureNonPrecisee => " @fin ouverte",
        _ => " " + commentaire,
    };
}
