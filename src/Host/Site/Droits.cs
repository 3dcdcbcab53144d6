using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;

namespace FaireAvec.Host.Site;

/// <summary>
/// Deny by default. <see cref="DroitRequis.Public"/> lets everybody in, <see cref="DroitRequis.Connecte"/> whoever is signed in,
/// <see cref="DroitRequis.Demonstration"/> everybody on the embedded demonstration; any other right is looked up in the modules' tables, and one that isn't there is refused.
/// </summary>
internal static class Droits
{
    /// <summary>Where one signs in.</summary>
    private const string Connexion = "/connexion";

    /// <summary>Where one gives the second factor again.</summary>
    private const string Preuve = "/connexion/preuve";

    public static IServiceCollection AddDroits(this IServiceCollection services, IConfiguration configuration)
    {
        var demonstration = OptionsDonnees.De(configuration).EnDemonstration;
        services.AddAuthorization(o =>
        {
            o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            o.AddPolicy(DroitRequis.Connecte, p => p.RequireAuthenticatedUser());
            o.AddPolicy(DroitRequis.Demonstration, p => p.RequireAssertion(_ => demonstration));
        });
        services.AddSingleton<IAuthorizationPolicyProvider, PolitiqueParDroit>();
        services.AddScoped<IAuthorizationHandler, JugeDesDroits>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refus>();
        return services;
    }

    private sealed record DroitDemande(string Nom) : IAuthorizationRequirement;

    /// <summary>One policy per right, by its name.</summary>
    private sealed class PolitiqueParDroit(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
    {
        // The rules are those of the start: what each endpoint asks is worked out once.
        public override bool AllowsCachingPolicies => true;

        public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
            await base.GetPolicyAsync(policyName) ?? new AuthorizationPolicyBuilder().AddRequirements(new DroitDemande(policyName)).Build();
    }

    private sealed class JugeDesDroits(Demandeur demandeur, TableDesDroits table) : AuthorizationHandler<DroitDemande>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DroitDemande requirement)
        {
            if (table.Permet(demandeur.Identite, requirement.Nom))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>
    /// What a refusal looks like: a page leads whoever isn't known to the sign-in page and comes back; the API answers 401 or 403; what belongs to the
    /// demonstration doesn't exist elsewhere. A sensitive act asks for the second factor again.
    /// </summary>
    private sealed class Refus(TimeProvider horloge) : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            var droit = context.GetEndpoint()?.Metadata.GetMetadata<DroitRequis>()?.Nom;
            var identite = context.RequestServices.GetRequiredService<Demandeur>().Identite;
            if (authorizeResult.Succeeded)
            {
                return identite is not null && droit is not null && context.RequestServices.GetRequiredService<TableDesDroits>().Regle(droit) is { Sensible: true } && !PreuveRecente(identite)
                    ? MenerAsync(context, Preuve)
                    : next(context);
            }

            if (droit == DroitRequis.Demonstration)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            // Signing in helps only whoever might then come in: a right that no table knows is nobody's.
            if (identite is not null || droit is null || (droit != DroitRequis.Connecte && context.RequestServices.GetRequiredService<TableDesDroits>().Regle(droit) is null))
            {
                if (identite?.Roles.Contains(Role.ClientApi) == true)
                {
                    context.Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
                }

                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }

            return MenerAsync(context, Connexion);
        }

        // A client of the API has no factor to give again: its secret is the proof.
        private bool PreuveRecente(Identite identite) => identite.Session is null || identite.LectureSeule || identite.PreuveRecente(horloge.GetUtcNow());

        private static async Task MenerAsync(HttpContext context, string vers)
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                // Without a token nothing more is said; a token that is refused is to be asked for again (RFC 6750, 3.1).
                context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
                return;
            }

            var retour = Uri.EscapeDataString(context.Request.Path + context.Request.QueryString.ToString());
            // A form that took longer to fill than the proof lasts goes along to the page of the proof, with what was typed: 307 sends it again there.
            if (vers == Preuve && HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
            {
                context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers.Location = $"{Preuve}?handler=Saisie&retour={retour}";
                return;
            }

            // Without a session nothing is sent again by itself: only a page that is looked at is come back to. What was written is given back, to be copied.
            if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                if (context.Request.HasFormContentType)
                {
                    await FormulaireRefuse.NoterAsync(context, RefusDeFormulaire.SessionFinie);
                }

                return;
            }

            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect($"{vers}?retour={retour}");
        }
    }
}
