using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaireAvec.Host.Site;

/// <summary>
/// The model of a page (handlers, properties, filters, rights) is made the first time that the page is asked for. The framework makes those of all the pages at the
/// start, when no view is compiled at run time: for some 240 pages, 18 MB and a second of processor time (ADR 0023).
/// </summary>
internal static class PagesALaDemande
{
    // Internal to the framework, hence its name. The framework's own package of run-time compilation takes it away in the same manner.
    private const string ToutesAuDemarrage = "CompiledPageActionDescriptorProvider";

    /// <summary>Call it after <c>AddRazorPages</c>.</summary>
    public static void AddPagesALaDemande(this IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ServiceType == typeof(IActionDescriptorProvider) && s.ImplementationType?.Name == ToutesAuDemarrage));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IActionDescriptorProvider, PageActionDescriptorProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, Chargement>());
    }

    /// <summary>
    /// Once routing has found a page, before rights are judged: its endpoint becomes the one of its model, which holds its rights. A page that would come through
    /// without it has none, and is refused.
    /// </summary>
    private sealed class Chargement(PageLoader pages) : MatcherPolicy, IEndpointSelectorPolicy
    {
        // Before those that read what a page says of itself.
        public override int Order => int.MinValue + 100;

        public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => Page(e) is not null);

        public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                if (candidates.IsValidCandidate(i) && Page(candidates[i].Endpoint) is { } page)
                {
                    // The loader keeps what it makes.
                    var modele = await pages.LoadAsync(page, candidates[i].Endpoint.Metadata);
                    candidates.ReplaceEndpoint(i, modele.Endpoint, candidates[i].Values);
                }
            }
        }

        private static PageActionDescriptor? Page(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;
    }
}
