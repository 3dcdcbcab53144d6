using FaireAvec.Contracts.Comptes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Conditions;

/// <summary>Registration of the terms.</summary>
internal static class ConditionsExtensions
{
    public static IServiceCollection AddConditions(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton(_ => VersionsDesConditions.DuProduit());
        services.AddScoped<ConditionsDUtilisation>();
        services.AddScoped<IConditionsDUtilisation>(s => s.GetRequiredService<ConditionsDUtilisation>());
        services.Configure<MvcOptions>(o => o.Filters.Add(new ExigerLesConditions()));
        return services;
    }
}
