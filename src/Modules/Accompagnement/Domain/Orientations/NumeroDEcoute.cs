namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>A public service that answers by telephone. The words are under « Ecoute.{Cle} ».</summary>
/// <param name="Numero">As one says it.</param>
internal sealed record NumeroDEcoute(string Cle, string Numero);
