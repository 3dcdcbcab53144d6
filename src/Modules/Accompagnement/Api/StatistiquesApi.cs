using System.Globalization;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Accompagnement.Api;

/// <summary>Figures for another system, within the bounds of its client; and those that are open to everybody.</summary>
internal static class StatistiquesApi
{
    private const int LignesMax = 1_000;
    private const int UneHeure = 3600;

    private static readonly HashSet<string> Parametres = [.. CritereDeStatistiques.Tous.Select(c => c.Nom), "niveau", "de", "periode", "du", "au", "pas", CritereDeStatistiques.Mediateur];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(LiensDesStatistiques.Api, CompterAsync)
            .WithName("LireStatistiques").WithTags("Statistiques")
            .WithSummary("Chiffres d’activité, dans les limites de l’accès")
            .WithDescription($"Les mêmes tableaux et les mêmes filtres que la page « Statistiques » : niveau (structure, lieu, departement, nation), de, periode ({string.Join(", ", PeriodesDeStatistiques.Codes)}) ou du et au, pas ({string.Join(", ", PeriodesDeStatistiques.Pas)}), {string.Join(", ", CritereDeStatistiques.Tous.Select(c => c.Nom))}. Chaque filtre peut être répété, cent fois au plus. Jamais par médiateur ; les petits nombres sont masqués.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .Droit(DroitsDeLAccompagnement.RecevoirLesStatistiques);
        endpoints.MapGet(LiensDesStatistiques.Ouvertes, OuvertesAsync)
            .Droit(DroitRequis.Public)
            .WithName("LireStatistiquesOuvertes").WithTags("Statistiques")
            .WithSummary("Chiffres ouverts de la médiation, par mois et par département");
        endpoints.MapGet(LiensDesStatistiques.OuvertesCsv, OuvertesCsvAsync)
            .Droit(DroitRequis.Public)
            .WithName("StatistiquesOuvertesEnCsv").WithTags("Statistiques")
            .WithSummary("Les mêmes chiffres ouverts, en CSV")
            .Produces<string>(contentType: "text/csv");
    }

    private static async Task<Results<Ok<StatistiquesReponse>, ProblemHttpResult>> CompterAsync(HttpContext contexte, PerimetresPermis permis, StatistiquesDemandees statistiques, Demandeur demandeur, TimeProvider horloge, CancellationToken annulation)
    {
        var requete = contexte.Request.Query;
        if (requete.Keys.FirstOrDefault(k => !Parametres.Contains(k)) is { } inconnu)
        {
            return Problemes.Refus(ErreursDeStatistiques.ParametreInconnu.Avec(inconnu.Length <= 40 ? inconnu : inconnu[..40]));
        }

        IReadOnlyList<string> Lire(string nom) => [.. requete[nom].OfType<string>().Select(v => v.Trim())];
        foreach (var nom in (string[])["niveau", "de"])
        {
            if (Lire(nom).Count > 1)
            {
                return Problemes.Refus(ErreursDeStatistiques.UneSeuleValeur.Avec(nom) with { Champ = nom });
            }
        }

        var niveau = Lire("niveau") is [{ Length: > 0 } n] ? n : null;
        if (niveau is not null && !PerimetresPermis.Niveaux.Contains(niveau, StringComparer.Ordinal))
        {
            return Problemes.Refus(ErreursDeStatistiques.ValeurInconnue.Avec(niveau.Length <= 40 ? niveau : niveau[..40], "niveau") with { Champ = "niveau", ValeursAcceptees = PerimetresPermis.Niveaux });
        }

        var reponse = await permis.LireAsync(demandeur.Identite!, niveau, Lire("de") is [{ Length: > 0 } d] ? d : null, annulation, DroitsDeLAccompagnement.RecevoirLesStatistiques);
        if (reponse.Choix is not { } choix)
        {
            return reponse.Existe ? TypedResults.Problem(ErreursDeStatistiques.PasCeNiveau.Message, statusCode: StatusCodes.Status403Forbidden) : Problemes.Introuvable(ErreursDeStatistiques.Introuvable);
        }

        var lue = await statistiques.LireAsync(choix, Lire, annulation);
        return lue.Reussi
            ? TypedResults.Ok(StatistiquesReponse.Lire(await statistiques.CompterAsync(choix, lue.Valeur, annulation), LignesMax, horloge.GetUtcNow()))
            : Problemes.Refus(lue.Erreurs);
    }

    private static async Task<Ok<StatistiquesOuvertesReponse>> OuvertesAsync(HttpContext contexte, FaireAvecDb db, CancellationToken annulation)
    {
        Garder(contexte);
        var chiffres = await ChiffresAsync(db, annulation);
        return TypedResults.Ok(new StatistiquesOuvertesReponse(MotsRapports.Francais("Ouvertes.Methode"), ChiffreOuvert.VersionDeLaMethode, MotsRapports.Francais("Ouvertes.Licence"), chiffres.Count > 0 ? chiffres[0].CalculeLe : null, [.. chiffres.Select(UnChiffreOuvert.De)]));
    }

    private static async Task<FileContentHttpResult> OuvertesCsvAsync(HttpContext contexte, FaireAvecDb db, CancellationToken annulation)
    {
        Garder(contexte);
        var chiffres = await ChiffresAsync(db, annulation);
        return TypedResults.File(
            TableauCsv.De(
            [
                ["mois", "departement", "indicateur", "valeur", "masque", "version_de_la_methode", "licence"],
                .. chiffres.Select(c => (string?[])
                [
                    c.Mois.ToString("yyyy-MM", CultureInfo.InvariantCulture), c.Departement, c.Indicateur, c.Valeur?.ToString(CultureInfo.InvariantCulture), c.Valeur is null ? "oui" : "non", ChiffreOuvert.VersionDeLaMethode, MotsRapports.Francais("Ouvertes.Licence"),
                ]),
            ]),
            "text/csv; charset=utf-8",
            "statistiques-ouvertes.csv");
    }

    private static Task<List<ChiffreOuvert>> ChiffresAsync(FaireAvecDb db, CancellationToken annulation) =>
        db.Set<ChiffreOuvert>().AsNoTracking().OrderBy(c => c.Mois).ThenBy(c => c.Departement).ThenBy(c => c.Indicateur).ToListAsync(annulation);

    private static void Garder(HttpContext contexte) =>
        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromSeconds(UneHeure) };
}
