using System.CommandLine;

namespace FaireAvec.Kernel.Commandes;

/// <summary>Where a module adds its commands. The command line is in French; <c>--help</c> works everywhere.</summary>
public interface IRegistreDeCommandes
{
    /// <summary>The group « faireavec NOM … », made at the first call and shared afterwards.</summary>
    Command Groupe(string nom, string description);

    /// <summary>
    /// The action of a command that needs the database: joins the running server or starts the embedded one for the time of the command.
    /// The services given are those of one scope. The returned number is the exit code; 0 only on success.
    /// </summary>
    Func<ParseResult, CancellationToken, Task<int>> AvecBase(Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action);

    /// <summary>
    /// As <see cref="AvecBase"/>, for a command that only reads: a folder that holds no database is refused with a sentence instead of being filled with a new one,
    /// so that a mistyped <c>--data</c> never answers for an empty base.
    /// </summary>
    Func<ParseResult, CancellationToken, Task<int>> EnLecture(Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action);

    /// <summary>
    /// The action of a command that reads files and writes results, with the modules' services but no database: nothing is started, and a service
    /// that would open the database must not be asked for.
    /// </summary>
    Func<ParseResult, CancellationToken, Task<int>> SansBase(Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action);
}
