using FaireAvec.Accompagnement.Domain.Statistiques;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>A report to show.</summary>
/// <param name="Rapport">The report.</param>
/// <param name="Blocs">Its tables: the author's, or those for everybody.</param>
/// <param name="PourTous">True when a link opened it.</param>
internal sealed record RapportAffiche(Rapport Rapport, IReadOnlyList<BlocDeChiffres> Blocs, bool PourTous);
