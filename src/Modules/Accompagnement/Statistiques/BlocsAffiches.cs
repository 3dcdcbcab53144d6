using FaireAvec.Accompagnement.Domain.Statistiques;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Tables to show.</summary>
/// <param name="Blocs">In their order.</param>
/// <param name="TablesOuvertes">True on what is printed: the tables are beside the charts, nothing is folded.</param>
internal sealed record BlocsAffiches(IReadOnlyList<BlocDeChiffres> Blocs, bool TablesOuvertes);
