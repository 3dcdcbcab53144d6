using FaireAvec.Kernel.Normes;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>What was read in a cell that should hold a telephone number.</summary>
/// <param name="Numero">The first number, or null: see <paramref name="Erreur"/>.</param>
/// <param name="Autres">The numbers after the first, in order.</param>
/// <param name="ReglesAppliquees">Codes of what had to be mended, in order, each once; empty when the number was written in its final form.</param>
/// <param name="Erreur">Code of the reason why there is no number; null when there is one or when the cell is empty.</param>
/// <param name="Suggestion">What was perhaps meant, when there is no number.</param>
internal sealed record LectureTelephone(
    NumeroTelephone? Numero, IReadOnlyList<NumeroTelephone> Autres, IReadOnlyList<string> ReglesAppliquees, string? Erreur = null, string? Suggestion = null)
{
    /// <summary>An empty cell: no number and no error.</summary>
    public static readonly LectureTelephone Vide = new(null, [], []);
}
