using System.Net.Sockets;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Donnees;
using Npgsql;

namespace FaireAvec.Tests.Unit.Kernel;

/// <summary>A database that doesn't answer, told from one that refuses.</summary>
public class PanneDeLaBaseTests
{
    public static TheoryData<string, Exception?, bool> Erreurs => new()
    {
        { "nothing", null, false },
        { "a bug", new InvalidOperationException("x"), false },
        { "refused connection", new NpgsqlException("x", new SocketException(111)), true },
        { "broken stream", new NpgsqlException("x", new EndOfStreamException()), true },
        { "opening that lasts", new NpgsqlException("x", new TimeoutException()), true },
        { "retries given up", new InvalidOperationException("x", new NpgsqlException("x", new TimeoutException())), true },
        { "stopping", Refus("57P01"), true },
        { "starting", Refus("57P03"), true },
        { "full", Refus("53300"), true },
        { "two writers", Refus("40001"), true },
        { "duplicate", Refus("23505"), false },
        { "no right", new InvalidOperationException("x", Refus("42501")), false },
        { "a text too slow to match", new RegexMatchTimeoutException("a", "b", TimeSpan.FromSeconds(1)), false },
    };

    [Theory]
    [MemberData(nameof(Erreurs))]
    public void Une_panne_n_est_pas_un_refus(string cas, Exception? erreur, bool panne) => Assert.True(panne == PanneDeLaBase.Est(erreur), cas);

    private static PostgresException Refus(string code) => new("x", "ERROR", "ERROR", code);
}
