using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>A source in the table.</summary>
/// <param name="Source">The source.</param>
/// <param name="Lieux">Its records.</param>
/// <param name="Publies">Of which shown.</param>
/// <param name="Dernier">Its last import, dry runs apart.</param>
/// <param name="Qualite">Quality of its places that are shown; null when there is none.</param>
internal sealed record LigneDeSource(Source Source, int Lieux, int Publies, ImportDeLieux? Dernier, QualiteDeSource? Qualite);
