using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Correspondances;

/// <summary>One record of a preview.</summary>
/// <param name="Avant">The rows of the file; none when the row couldn't be read.</param>
/// <param name="Apres">What becomes of them.</param>
internal sealed record LigneDApercu(IReadOnlyList<LigneBrute> Avant, ResultatDeLigne Apres);

/// <summary>The first rows of a file through a mapping, and the report on them.</summary>
internal sealed record ApercuDeCorrespondance(IReadOnlyList<LigneDApercu> Lignes, RapportCorrespondance Rapport);
