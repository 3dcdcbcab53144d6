using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace FaireAvec.Kernel.Observation;

/// <summary>
/// What is said of a failure in logs and traces: its types, its codes and where it happened, never the values that it was about. A database says « invalid
/// input: "Dupont" », a mail server says which address it refused, a reader says what it couldn't read: all of that stays out.
/// </summary>
public static partial class SansDonnees
{
    private const string Points = "…";

    // Classes of SQLSTATE whose sentence speaks of the server, of rights or of the statement; the others quote values.
    private static readonly string[] ClassesSures = ["08", "25", "28", "40", "42", "53", "55", "57", "58", "XX"];

    /// <summary>The exception and those inside, with their stacks.</summary>
    public static string Decrire(Exception exception)
    {
        var texte = new StringBuilder();
        Decrire(texte, exception, 0);
        return texte.ToString();
    }

    /// <summary>« Type: message » of one exception.</summary>
    public static string Resumer(Exception exception) => exception switch
    {
        PostgresException p => string.Join(' ', new[] { $"{nameof(PostgresException)}: {p.SqlState}", p.TableName, p.ColumnName, p.ConstraintName, Sure(p.SqlState) ? Epurer(p.MessageText) : null }.Where(m => !string.IsNullOrEmpty(m))),
        SmtpException s => $"{s.GetType().Name}: {s.StatusCode}",
        { InnerException: { Message.Length: > 0 } dedans } => $"{exception.GetType().Name}: {Epurer(exception.Message.Replace(dedans.Message, Points, StringComparison.Ordinal))}",
        _ => $"{exception.GetType().Name}: {Epurer(exception.Message)}",
    };

    /// <summary>A sentence of a failure without what it quotes, nor what looks like an address, a number or a secret.</summary>
    [return: NotNullIfNotNull(nameof(phrase))]
    public static string? Epurer(string? phrase) => phrase is null ? null : Masquer(Remplacer(Citations(), phrase));

    /// <summary>A text without what looks like an address, a number or a secret; what it quotes stays.</summary>
    [return: NotNullIfNotNull(nameof(texte))]
    public static string? Masquer(string? texte) => texte is null ? null : Remplacer(Secrets(), Remplacer(Courriels(), texte));

    /// <summary>
    /// The text with what the pattern finds hidden. Never an exception: a line of log that throws stops the work that it tells, a start for instance. When the
    /// time given to the pattern has passed (a machine that pauses is enough), nothing of the text is told.
    /// </summary>
    internal static string Remplacer(Regex motif, string texte)
    {
        try
        {
            return motif.Replace(texte, Points);
        }
        catch (RegexMatchTimeoutException)
        {
            return Points;
        }
    }

    private static void Decrire(StringBuilder texte, Exception exception, int rang)
    {
        // A cycle or a well of exceptions says no more after ten.
        if (rang > 10)
        {
            return;
        }

        texte.Append(rang == 0 ? "" : "\n ---> ").Append(Resumer(exception));
        if (exception.StackTrace is { } pile)
        {
            texte.Append('\n').Append(pile);
        }

        foreach (var dedans in exception is AggregateException { InnerExceptions: var toutes } ? toutes : exception.InnerException is { } seule ? [seule] : (IReadOnlyList<Exception>)[])
        {
            Decrire(texte, dedans, rang + 1);
        }
    }

    private static bool Sure(string etat) => Array.Exists(ClassesSures, c => etat.StartsWith(c, StringComparison.Ordinal));

    [GeneratedRegex("""(?<!\w)'[^'\n]*'|"[^"\n]*"|«[^»\n]*»|“[^”\n]*”|<[^>\n]*>|=\([^)\n]*\)""", RegexOptions.None, 1000)]
    private static partial Regex Citations();

    [GeneratedRegex("""[^\s<>"'«»(),;:=]+@[^\s<>"'«»(),;:=]+""", RegexOptions.None, 1000)]
    private static partial Regex Courriels();

    // Five digits and more, spaced or not; twenty letters and digits mixed, as tokens are. An id (with its hyphens) stays: it says nothing by itself.
    [GeneratedRegex("""(?<![\w-])\+?\d(?:[ .]?\d){5,}(?![\w-])|(?<![\w-])(?=[A-Za-z_-]*\d)(?![0-9a-f]{8}-)[A-Za-z0-9_-]{24,}(?![\w-])""", RegexOptions.None, 1000)]
    private static partial Regex Secrets();
}
