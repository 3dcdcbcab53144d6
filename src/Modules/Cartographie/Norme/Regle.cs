namespace FaireAvec.Cartographie.Norme;

/// <summary>What is checked, as the documentation and the reports name it.</summary>
/// <param name="Code">« NOR-… » for the standard, « FA-… » for our own stricter rules.</param>
/// <param name="Niveau">How much a defect weighs.</param>
/// <param name="Titre">What must hold, in French.</param>
internal sealed record Regle(string Code, Niveau Niveau, string Titre);
