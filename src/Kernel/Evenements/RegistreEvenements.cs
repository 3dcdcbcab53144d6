using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Evenements;

/// <summary>One subscription: an event's type and the class that handles it.</summary>
internal sealed record Abonnement(string Evenement, string Gestionnaire, Func<IServiceProvider, string, ContexteEvenement, CancellationToken, Task> Traiter);

/// <summary>Who listens to what. Built once from the registrations.</summary>
internal sealed class RegistreEvenements(IEnumerable<Abonnement> abonnements)
{
    private readonly Dictionary<(string, string), Abonnement> _parCle = abonnements.ToDictionary(a => (a.Evenement, a.Gestionnaire));

    public IEnumerable<string> Gestionnaires(string evenement) => _parCle.Keys.Where(k => k.Item1 == evenement).Select(k => k.Item2);

    public Abonnement? Trouver(string evenement, string gestionnaire) => _parCle.GetValueOrDefault((evenement, gestionnaire));

    /// <summary>"FaireAvec.Contracts.Cartographie.LieuSignale" → "cartographie.LieuSignale".</summary>
    public static string Nom(Type type) => $"{type.Namespace!.Split('.')[^1].ToLowerInvariant()}.{type.Name}";
}

/// <summary>Registration of handlers.</summary>
public static class EvenementsExtensions
{
    /// <summary>Subscribes <typeparamref name="TGestionnaire"/> to <typeparamref name="TEvenement"/>.</summary>
    public static IServiceCollection AddGestionnaire<TEvenement, TGestionnaire>(this IServiceCollection services)
        where TEvenement : IEvenement
        where TGestionnaire : class, IGestionnaire<TEvenement>
    {
        services.AddScoped<TGestionnaire>();
        services.AddSingleton(new Abonnement(
            RegistreEvenements.Nom(typeof(TEvenement)),
            typeof(TGestionnaire).FullName!,
            (portee, charge, contexte, annulation) => portee.GetRequiredService<TGestionnaire>().TraiterAsync(JsonSerializer.Deserialize<TEvenement>(charge)!, contexte, annulation)));
        return services;
    }
}
