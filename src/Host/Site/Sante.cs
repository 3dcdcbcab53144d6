using System.Reflection;
using System.Runtime.CompilerServices;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Npgsql;

namespace FaireAvec.Host.Site;

/// <summary>« /sante »: 200 when people can be served, 503 otherwise, with what an operator needs to know.</summary>
internal static class Sante
{
    private static readonly string Version = typeof(Sante).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    // Who asks gives up soon, and must know that it is the database, even one that accepts and never answers.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly ConditionalWeakTable<Base, Lecture> EnCours = [];

    public static void MapSante(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/sante", RepondreAsync).ExcludeFromDescription().Droit(DroitRequis.Public).DisableRateLimiting();

    private static async Task<IResult> RepondreAsync(EtatDemarrage etat, Base donnees, HttpContext contexte, CancellationToken annulation)
    {
        contexte.Response.Headers.CacheControl = "no-store";
        if (!etat.Pret)
        {
            return Results.Json(new { etat = "demarrage", etape = etat.Etape, version = Version }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            return await EnCours.GetValue(donnees, _ => new Lecture()).LireAsync(() => InterrogerAsync(donnees)).WaitAsync(Patience, annulation);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return Results.Json(new { etat = "panne", version = Version, base_de_donnees = new { etat = "injoignable" } }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    // Not given up with the request: a question that isn't answered can't be taken back from a database that doesn't listen.
    private static async Task<IResult> InterrogerAsync(Base donnees)
    {
        await using var commande = donnees.Application.CreateCommand("""
            SELECT current_setting('server_version'),
                   (SELECT count(*) FROM noyau.livraisons WHERE livree_le IS NULL AND morte_le IS NULL),
                   (SELECT count(*) FROM noyau.livraisons WHERE morte_le IS NOT NULL),
                   (SELECT count(*) FROM noyau.taches_echouees WHERE relancee_le IS NULL)
            """);
        commande.CommandTimeout = 5;
        await using var ligne = await commande.ExecuteReaderAsync(CancellationToken.None);
        await ligne.ReadAsync(CancellationToken.None);
        return Results.Json(new
        {
            etat = "pret",
            version = Version,
            base_de_donnees = new { etat = "pret", version = ligne.GetString(0), embarquee = donnees.Options.Embarque },
            evenements = new { en_attente = ligne.GetInt64(1), abandonnes = ligne.GetInt64(2) },
            taches = new { abandonnees = ligne.GetInt64(3) },
        });
    }

    /// <summary>One question at a time, whoever asks: anybody may, and a database that doesn't answer keeps each connection that waits for it.</summary>
    private sealed class Lecture
    {
        private readonly Lock _verrou = new();
        private Task<IResult> _derniere = Task.FromResult<IResult>(Results.Ok());

        public Task<IResult> LireAsync(Func<Task<IResult>> lire)
        {
            lock (_verrou)
            {
                return _derniere.IsCompleted ? _derniere = lire() : _derniere;
            }
        }
    }
}
