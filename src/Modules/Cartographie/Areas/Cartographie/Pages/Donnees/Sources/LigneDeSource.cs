using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>A source in the table.</summary>
/// <param name="Source">The source.</param>
/// <param name="Lieux">Its records.</param>
/// <param name="Publies">Of which shown.</param>
/// <param name="Dernier">Its last import, dry runs apart.</param>
internal sealed record LigneDeSource(Source Source, int Lieux, int Publies, ImportDeLieux? Dernier);
