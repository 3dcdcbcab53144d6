using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Evenements;

/// <summary>One subscription: an event's type and the class that handles it.</summary>
internal sealed record Abonnement(string Evenement, string Gestionnaire, Func<IServiceProvider, string, ContexteEvenement, CancellationToken, Task> Traiter)
{
    /// <summary>Says, at the publication, whether a delivery is worth writing; null: always.</summary>
    public Func<IServiceProvider, bool>? Attendu { get; init; }
}

/// <summary>Who listens to what. Built once from the registrations.</summary>
internal sealed class RegistreEvenements(IEnumerable<Abonnement> abonnements, IServiceProvider services)
{
    private readonly Dictionary<(string, string), Abonnement> _parCle = abonnements.ToDictionary(a => (a.Evenement, a.Gestionnaire));

    public IEnumerable<string> Gestionnaires(string evenement) => _parCle.Values.Where(a => a.Evenement == evenement && a.Attendu?.Invoke(services) != false).Select(a => a.Gestionnaire);

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

    /// <summary>Subscribes <typeparamref name="TGestionnaire"/> to the events of all these types.</summary>
    public static IServiceCollection AddGestionnaireDeTout<TGestionnaire>(this IServiceCollection services, IEnumerable<Type> evenements) where TGestionnaire : class, IGestionnaireDeTout
    {
        services.AddScoped<TGestionnaire>();
        foreach (var nom in evenements.Select(RegistreEvenements.Nom))
        {
            services.AddSingleton(new Abonnement(
                nom,
                typeof(TGestionnaire).FullName!,
                (portee, charge, contexte, annulation) => portee.GetRequiredService<TGestionnaire>().TraiterAsync(nom, charge, contexte, annulation))
            {
                Attendu = s => TGestionnaire.Attendu(s, nom),
            });
        }

        return services;
    }

    /// <summary>The name of an event's type in the outbox: "module.TypeName".</summary>
    public static string NomDEvenement(this Type evenement) => RegistreEvenements.Nom(evenement);
}
