using System.ComponentModel;
using System.Globalization;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Charge;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Accompagnement.Api;

/// <summary>What online services cost to mediation, and the list of these services, for everybody: JSON and CSV.</summary>
internal static class ChargeApi
{
    private static readonly string[] Acceptes = ["annee"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(LiensDeLaCharge.Json, JsonAsync).Droit(DroitRequis.Public)
            .WithName("LireChargeTransferee").WithTags("Charge transférée")
            .WithSummary("Le temps de médiation que les services en ligne ont pris, dans une année")
            .WithDescription("Par service, par cause et par mois ; France entière ; rien n’est croisé. Un nombre de 1 à 10 n’est pas donné (null), ni ce qui le donnerait par différence. Licence Ouverte 2.0.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapGet(LiensDeLaCharge.Csv, CsvAsync).Droit(DroitRequis.Public)
            .WithName("ChargeTransfereeEnCsv").WithTags("Charge transférée")
            .WithSummary("La charge transférée d’une année, en CSV")
            .WithDescription("Les mêmes chiffres, une ligne par service, par cause et par mois, séparés par des points-virgules. Vide : masqué, ou pas dit.")
            .Produces<string>(contentType: "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapGet(LiensDeLaCharge.Services, Services).Droit(DroitRequis.Public)
            .WithName("ListerServicesEnLigne").WithTags("Charge transférée")
            .WithSummary("Liste les services en ligne que l’on rencontre en médiation")
            .WithDescription("Leur code, à donner dans « service » d’une activité. Licence Ouverte 2.0.");
    }

    private static async Task<Results<Ok<ChargeReponse>, ProblemHttpResult>> JsonAsync(
        HttpContext contexte, ChiffresDeLaCharge chiffres, CancellationToken annulation, [Description("Année civile ; celle-ci par défaut.")] string? annee = null)
    {
        var annees = await chiffres.AnneesAsync(annulation);
        var voulue = Voulue(contexte, annee, annees);
        if (!voulue.Reussi)
        {
            return Problemes.Refus(voulue.Erreur!);
        }

        Garder(contexte);
        var c = await chiffres.LireAsync(voulue.Valeur, annulation);
        return TypedResults.Ok(new ChargeReponse(
            MotsCharge.Francais("Titre"), MotsCharge.Francais("Methode"), MotsCharge.VersionDeLaMethode, MotsCharge.Francais("Source"), "Licence Ouverte 2.0", ServicesEnLigne.Publiee.LicenceUrl, c.Annee, annees,
            c.Actes, c.Minutes, c.ActesSansMinutes, LigneDeChargeJson.DesServices(c), LigneDeChargeJson.DesCauses(c), LigneDeChargeJson.DesMois(c)));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> CsvAsync(
        HttpContext contexte, ChiffresDeLaCharge chiffres, CancellationToken annulation, [Description("Année civile ; celle-ci par défaut.")] string? annee = null)
    {
        var annees = await chiffres.AnneesAsync(annulation);
        var voulue = Voulue(contexte, annee, annees);
        if (!voulue.Reussi)
        {
            return Problemes.Refus(voulue.Erreur!);
        }

        Garder(contexte);
        var c = await chiffres.LireAsync(voulue.Valeur, annulation);
        return TypedResults.File(
            TableauCsv.De(
            [
                ["annee", "liste", "code", "libelle", "actes", "minutes", "version_de_la_methode", "licence"],
                Ligne(c, "total", "", "", c.Actes, c.Minutes),
                .. LigneDeChargeJson.DesServices(c).Select(l => Ligne(c, "service", l.Code, l.Libelle, l.Actes, l.Minutes)),
                .. LigneDeChargeJson.DesCauses(c).Select(l => Ligne(c, "cause", l.Code, l.Libelle, l.Actes, l.Minutes)),
                .. LigneDeChargeJson.DesMois(c).Select(l => Ligne(c, "mois", l.Code, l.Libelle, l.Actes, l.Minutes)),
            ]),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"charge-transferee-{c.Annee}.csv"));
    }

    private static Ok<ListeDeServices> Services(HttpContext contexte)
    {
        Garder(contexte);
        return TypedResults.Ok(ServicesEnLigne.Publiee);
    }

    private static Resultat<int> Voulue(HttpContext contexte, string? annee, IReadOnlyList<int> annees) =>
        ParametresDeLApi.Verifier(contexte.Request.Query, Acceptes) is { } faute ? faute
        : Lire(annee, annees) is { } voulue ? voulue
        : ErreursDeLApi.Annee(annees);

    /// <summary>A year of the list; this one when none is said; null when it isn't one of them.</summary>
    internal static int? Lire(string? annee, IReadOnlyList<int> annees) =>
        string.IsNullOrEmpty(annee) ? annees[0] : int.TryParse(annee, NumberStyles.None, CultureInfo.InvariantCulture, out var a) && annees.Contains(a) ? a : null;

    private static string?[] Ligne(ChargePubliee c, string liste, string code, string libelle, int? actes, long? minutes) =>
        [c.Annee.ToString(CultureInfo.InvariantCulture), liste, code, libelle, actes?.ToString(CultureInfo.InvariantCulture), minutes?.ToString(CultureInfo.InvariantCulture), MotsCharge.VersionDeLaMethode, "Licence Ouverte 2.0"];

    private static void Garder(HttpContext contexte) =>
        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = ChiffresDeLaCharge.Memoire };
}
