using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;

namespace FaireAvec.Kernel.Donnees;

/// <summary>Whether an error says that the database doesn't answer — away, stopping, starting, full of connections, silent — or asks to try again (two writers at once), rather than that it refuses.</summary>
public static class PanneDeLaBase
{
    /// <summary>Looks at the error and at those that caused it.</summary>
    public static bool Est(Exception? erreur)
    {
        for (var e = erreur; e is not null; e = e.InnerException)
        {
            // 57P01 to 57P03: it stops or starts; 53300: no connection left.
            if (e is SocketException or (TimeoutException and not RegexMatchTimeoutException) or NpgsqlException { IsTransient: true } or (NpgsqlException and not PostgresException) or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" })
            {
                return true;
            }
        }

        return false;
    }
}
