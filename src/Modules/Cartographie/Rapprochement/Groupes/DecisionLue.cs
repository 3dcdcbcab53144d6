using System.Text.Json;

namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>What a person decided of a pair, as a file says it.</summary>
/// <param name="Ligne">Number of its line, from 1.</param>
/// <param name="Meme">True for « toujours » or « meme », false for « jamais » or « distinct ».</param>
/// <param name="A">One place: its id, or all its fields.</param>
/// <param name="B">The other.</param>
internal readonly record struct DecisionLue(int Ligne, bool Meme, JsonElement A, JsonElement B);
