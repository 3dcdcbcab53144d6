using FaireAvec.Kernel.Securite;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>One thing to do, for one person, worked out from what is known: gone as soon as it is done.</summary>
/// <param name="Cle">Stable key, begun by the module's name ("accompagnement.brouillon:…"): what is put off is remembered by it. 120 characters at most.</param>
/// <param name="Quoi">What, in French: « Finir un compte rendu ».</param>
/// <param name="Pourquoi">Why it is there, in words for the one who reads.</param>
/// <param name="Depuis">Since when.</param>
/// <param name="Href">The one address where it is done.</param>
/// <param name="Geste">What one does there: « Reprendre ».</param>
public sealed record ChoseATraiter(string Cle, string Quoi, string Pourquoi, DateOnly Depuis, string Href, string Geste)
{
    /// <summary>Longest key.</summary>
    public const int CleMax = 120;
}

/// <summary>
/// A source of things to do. A module registers its own (<c>services.AddScoped&lt;IChosesATraiter, …&gt;()</c>); the page « À traiter » puts them together.
/// Nothing in a line ranks people who help, and nothing says who was helped.
/// </summary>
public interface IChosesATraiter
{
    /// <summary>What this person has to do on that day, by their roles; empty for roles that it isn't for.</summary>
    Task<IReadOnlyList<ChoseATraiter>> ListerAsync(Identite qui, DateOnly aujourdhui, CancellationToken annulation);
}
