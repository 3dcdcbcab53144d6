using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;

namespace FaireAvec.Host.Site;

/// <summary>
/// Deny by default. <see cref="DroitRequis.Public"/> lets everybody in; <see cref="DroitRequis.Demonstration"/> only on the embedded demonstration;
/// a right without a rule is refused.
/// </summary>
internal static class Droits
{
    public static IServiceCollection AddDroits(this IServiceCollection services, IConfiguration configuration)
    {
        var demonstration = OptionsDonnees.De(configuration).Embarque && configuration["Demonstration"] != "false";
        services.AddAuthorization(o =>
        {
            o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            o.AddPolicy(DroitRequis.Demonstration, p => p.RequireAssertion(_ => demonstration));
        });
        services.AddSingleton<IAuthorizationPolicyProvider, RefusDeLInconnu>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusSimple>();
        return services;
    }

    /// <summary>A right that nobody gave a rule to is refused; it isn't an error of the server.</summary>
    private sealed class RefusDeLInconnu(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
    {
        // The rules are those of the start: what each endpoint asks is worked out once.
        public override bool AllowsCachingPolicies => true;

        public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
            await base.GetPolicyAsync(policyName) ?? new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    /// <summary>Nobody can sign in yet: a refusal is a 403, without a challenge.</summary>
    private sealed class RefusSimple : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
    }
}
