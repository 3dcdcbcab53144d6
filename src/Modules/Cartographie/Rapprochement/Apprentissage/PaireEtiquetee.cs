using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>Two places, and what a person said of them (see <c>data/rapprochement/README.md</c>).</summary>
/// <param name="Id">Id of the pair.</param>
/// <param name="Strate">From which part of the candidates it was drawn.</param>
/// <param name="Meme">True when the two are one.</param>
/// <param name="Sure">False when the reader hesitated: the pair counts for half when weights are estimated.</param>
/// <param name="Garde">True when it is kept to measure, and never used to estimate.</param>
/// <param name="A">One place.</param>
/// <param name="B">The other.</param>
internal sealed record PaireEtiquetee(string Id, string Strate, bool Meme, bool Sure, bool Garde, FicheLieu A, FicheLieu B);
