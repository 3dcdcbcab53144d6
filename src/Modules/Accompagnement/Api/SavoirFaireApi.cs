using System.Globalization;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Accompagnement.Api;

/// <summary>The public list of savoir-faire, in JSON and in CSV.</summary>
internal static class SavoirFaireApi
{
    private const int UneHeure = 3600;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(LiensCapacitation.Json, Json)
            .Droit(DroitRequis.Public)
            .WithName("ListerSavoirFaire").WithTags("Savoir-faire")
            .WithSummary("Liste les savoir-faire")
            .WithDescription("Les soixante choses concrètes que l’on apprend à faire, par domaine, avec leur correspondance indicative à DigComp 2.2 et aux seize compétences du cadre français. Proposition de FaireAvec, Licence Ouverte 2.0.");
        endpoints.MapGet(LiensCapacitation.Csv, Csv)
            .Droit(DroitRequis.Public)
            .WithName("SavoirFaireEnCsv").WithTags("Savoir-faire")
            .WithSummary("Les savoir-faire, en CSV")
            .WithDescription("La même liste, une ligne par savoir-faire, séparée par des points-virgules.")
            .Produces<string>(contentType: "text/csv");
    }

    private static Ok<SavoirFaireReponse> Json(HttpContext contexte, CatalogueLivre livre)
    {
        Garder(contexte);
        return TypedResults.Ok(SavoirFaireReponse.De(livre.Catalogue));
    }

    private static FileContentHttpResult Csv(HttpContext contexte, CatalogueLivre livre)
    {
        Garder(contexte);
        var c = livre.Catalogue;
        return TypedResults.File(
            TableauCsv.De(
            [
                ["code", "domaine", "libelle", "libelle_en", "digcomp", "competences", "poids", "scenarios", "version", "licence"],
                .. c.Tous.Select(s => (string?[])
                [
                    s.Code, s.Domaine, s.Libelle, s.LibelleEn, string.Join(' ', s.Digcomp), string.Join(' ', s.Competences), s.Poids.ToString(CultureInfo.InvariantCulture), string.Join(' ', s.Scenarios), c.Version, c.Licence,
                ]),
            ]),
            "text/csv; charset=utf-8",
            "savoir-faire.csv");
    }

    private static void Garder(HttpContext contexte) =>
        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromSeconds(UneHeure) };
}

/// <summary>The list, with what it is.</summary>
/// <param name="Mention">That it is a proposal, and of whom.</param>
/// <param name="SavoirFaire">Each of them.</param>
internal sealed record SavoirFaireReponse(string Titre, string Mention, string Source, string Licence, string AdresseDeLaLicence, DateOnly Date, string Version, IReadOnlyList<UnSavoirFaire> SavoirFaire)
{
    public static SavoirFaireReponse De(CatalogueDeSavoirFaire c) => new(c.Titre, c.Mention, c.Source, c.Licence, c.AdresseDeLaLicence, c.Date, c.Version, [.. c.Tous.Select(s => new UnSavoirFaire(s.Code, s.Domaine, s.Libelle, s.LibelleEn, s.Digcomp, s.Competences, s.Poids, s.Scenarios))]);
}

/// <summary>One of them.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Domaine">Code of its domain.</param>
/// <param name="Libelle">In French.</param>
/// <param name="LibelleEn">In English.</param>
/// <param name="Digcomp">Competences of DigComp 2.2.</param>
/// <param name="Competences">Among the sixteen of the French framework.</param>
/// <param name="Poids">Weight in the gain.</param>
/// <param name="Scenarios">Practice scenarios.</param>
internal sealed record UnSavoirFaire(string Code, string Domaine, string Libelle, string LibelleEn, IReadOnlyList<string> Digcomp, IReadOnlyList<string> Competences, int Poids, IReadOnlyList<string> Scenarios);
