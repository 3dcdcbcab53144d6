using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Support;

/// <summary>What a test asks of its application. Everything has a default.</summary>
public sealed class ReglagesDeTest
{
    /// <summary>True: the shipped open data is in the database.</summary>
    public bool AvecDonnees { get; init; }

    /// <summary>True: an embedded PostgreSQL of its own instead of a database of the common server. Slower; the demonstration's pages are then open.</summary>
    public bool Embarquee { get; init; }

    /// <summary>A database that somebody else made (two nodes on one database); it isn't dropped with the application.</summary>
    public BaseDeTest? Base { get; init; }

    /// <summary>True: scheduled jobs run.</summary>
    public bool Taches { get; init; }

    /// <summary>False: returns as soon as the site listens, before it is ready.</summary>
    public bool AttendrePret { get; init; } = true;

    /// <summary>The clock; a new one by default.</summary>
    public HorlogeFactice? Horloge { get; init; }

    /// <summary>Settings that win over the default ones.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The client of the application is signed in as the invented person who has this role; null: a visitor.</summary>
    public Role? Connecte { get; init; }

    /// <summary>Replaced services.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Modules of the test beside those of the product.</summary>
    public IReadOnlyList<IModule> Modules { get; init; } = [];
}
