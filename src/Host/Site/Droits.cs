using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

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
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusSimple>();
        return services;
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
