using System.Reflection;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>One address of the running application.</summary>
/// <param name="Route">Template, with its first slash ("/lieux/{id}").</param>
/// <param name="Verbes">What it accepts.</param>
/// <param name="Proprietaire">Name of the module, or "Host" or "Ui".</param>
/// <param name="Page">True for a page, false for the API and the host's own answers.</param>
/// <param name="Droit">The right declared, or null.</param>
/// <param name="Echange">True for what a script of the site asks beside its pages, and says so.</param>
internal sealed record RouteDuSite(string Route, IReadOnlyList<string> Verbes, string Proprietaire, bool Page, string? Droit, bool Echange = false);

/// <summary>The second half of rule 5, the first half of rule 7, and rule 10.</summary>
internal static class ReglesDesRoutes
{
    public const string ApiPubliee = "/api/v1/";

    /// <summary>Files of the theme: hundreds of addresses, whose names change with their content. One row stands for all.</summary>
    public const string Fichiers = "/ui/{fichier}";

    /// <summary>Rule 5: a first segment belongs to one module.</summary>
    public static IEnumerable<string> SegmentsUniques(IEnumerable<(string Module, string Segment)> declares) =>
        from d in declares
        group d.Module by d.Segment into g
        where g.Count() > 1
        select $"« /{g.Key} » is declared by {string.Join(" and ", g)}.";

    /// <summary>Rule 5: a module answers only under the segments that it declares, nobody else does, and its API is under /api/v1.</summary>
    public static IEnumerable<string> ChacunChezSoi(IEnumerable<RouteDuSite> routes, IReadOnlyList<(string Module, string Segment)> declares)
    {
        foreach (var route in routes)
        {
            // The longest declared segment wins; "" is the home page alone.
            var maison = declares
                .Where(d => d.Segment.Length == 0 ? route.Route == "/" : route.Route == $"/{d.Segment}" || route.Route.StartsWith($"/{d.Segment}/", StringComparison.Ordinal) || route.Route.StartsWith($"/{d.Segment}.", StringComparison.Ordinal))
                .OrderByDescending(d => d.Segment.Length).Select(d => d.Module).FirstOrDefault();
            var estUnModule = declares.Any(d => d.Module == route.Proprietaire);
            if (estUnModule && maison != route.Proprietaire)
            {
                yield return $"{route.Route} is answered by {route.Proprietaire}, which doesn't declare its first segment{(maison is null ? "" : $": it is {maison}'s")}.";
            }
            else if (!estUnModule && maison is not null)
            {
                yield return $"{route.Route} is answered by {route.Proprietaire}, but the segment is {maison}'s.";
            }

            if (estUnModule && !route.Page && !route.Echange && !route.Route.StartsWith(ApiPubliee, StringComparison.Ordinal))
            {
                yield return $"{route.Route} is an API of {route.Proprietaire} outside {ApiPubliee}.";
            }

            if (route.Echange && route.Route.StartsWith("/api/", StringComparison.Ordinal))
            {
                yield return $"{route.Route} is asked by a page with its cookie, and /api looks at no cookie.";
            }

            if (route.Page && route.Route.StartsWith("/api/", StringComparison.Ordinal))
            {
                yield return $"{route.Route} is a page under /api.";
            }
        }
    }

    /// <summary>Rule 7: every address declares its right.</summary>
    public static IEnumerable<string> DroitDeclare(IEnumerable<RouteDuSite> routes) =>
        from r in routes where r.Droit is null select $"{r.Route} declares no right: call .Droit(…) on the endpoint, or on the folder of pages.";

    /// <summary>Rule 10: every page that can be shown is in the list of pages that axe visits, and the list names no other.</summary>
    public static IEnumerable<string> PagesVisitees(IEnumerable<RouteDuSite> routes, IReadOnlyDictionary<string, string> liste)
    {
        var pages = routes.Where(r => r.Page && r.Verbes.Contains("GET", StringComparer.Ordinal)).Select(r => r.Route).ToHashSet(StringComparer.Ordinal);
        foreach (var page in pages.Where(p => !liste.ContainsKey(p)).Order(StringComparer.Ordinal))
        {
            yield return $"{page} isn't in tests/Browser/pages.txt: add « {page} => a real address ».";
        }

        foreach (var (modele, adresse) in liste)
        {
            if (!pages.Contains(modele))
            {
                yield return $"{modele} is in tests/Browser/pages.txt, but no page answers it.";
            }
            else if (!Repond(modele, adresse))
            {
                yield return $"{adresse} isn't an address of {modele}.";
            }
        }
    }

    /// <summary>The addresses of the application, files of the theme as one.</summary>
    public static async Task<IReadOnlyList<RouteDuSite>> LireAsync(IServiceProvider services)
    {
        var routes = new List<RouteDuSite>();
        var fichiers = false;
        foreach (var trouve in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var endpoint = await ChargerAsync(services, trouve);
            var route = "/" + trouve.RoutePattern.RawText!.TrimStart('/');
            var droit = endpoint.Metadata.GetMetadata<DroitRequis>()?.Nom;
            if (endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor"))
            {
                if (!fichiers || droit != DroitRequis.Public)
                {
                    routes.Add(new RouteDuSite(droit == DroitRequis.Public ? Fichiers : route, ["GET", "HEAD"], "Ui", Page: false, droit));
                    fichiers |= droit == DroitRequis.Public;
                }

                continue;
            }

            if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page)
            {
                routes.Add(new RouteDuSite(route, Verbes(page), page.AreaName is null or "Site" ? "Host" : page.AreaName, Page: true, droit));
                continue;
            }

            var methode = endpoint.Metadata.GetMetadata<MethodInfo>();
            var proprietaire = methode is { DeclaringType: { } type } && Assemblages.EstUnModule(type.Assembly) ? type.Assembly.GetName().Name!["FaireAvec.".Length..] : "Host";
            routes.Add(new RouteDuSite(route, endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"], proprietaire, Page: false, droit, endpoint.Metadata.GetMetadata<EchangeDeLaPage>() is not null));
        }

        return [.. routes.DistinctBy(r => (r.Route, string.Join(' ', r.Verbes))).OrderBy(r => r.Route, StringComparer.Ordinal)];
    }

    /// <summary>« /lieux/{id} » answers « /lieux/abc ».</summary>
    public static bool Repond(string modele, string adresse)
    {
        var chemin = adresse.Split('?')[0];
        return new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(Microsoft.AspNetCore.Routing.Template.TemplateParser.Parse(modele.TrimStart('/')), []).TryMatch(chemin, []);
    }

    // The endpoint as routing gives it to the judge of rights: a page is made at its first request, with its rights.
    private static async Task<Endpoint> ChargerAsync(IServiceProvider services, RouteEndpoint trouve) => trouve.Metadata.GetMetadata<PageActionDescriptor>() is { } page
        ? (await services.GetRequiredService<PageLoader>().LoadAsync(page, trouve.Metadata)).Endpoint!
        : trouve;

    // A page answers GET, and POST when it has a handler for it. The list of handlers also holds « Page », from the overridden OnPageHandlerExecuting.
    private static IReadOnlyList<string> Verbes(CompiledPageActionDescriptor page) =>
        [.. page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Append("GET").Intersect(["GET", "POST", "PUT", "PATCH", "DELETE"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
