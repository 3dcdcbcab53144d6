using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>What the table says.</summary>
/// <param name="Ligne">The first row that is true.</param>
/// <param name="Maintenant">What comes first; empty when no form is filled.</param>
/// <param name="Apres">What comes after, and must not be forgotten.</param>
/// <param name="Parties">Who must say yes.</param>
internal sealed record Decision(LigneDeDecision Ligne, IReadOnlyList<Proposition> Maintenant, IReadOnlyList<Proposition> Apres, IReadOnlyList<PartieAUnMandat> Parties)
{
    /// <summary>With every orientation, and on every card: digital is never the only way.</summary>
    public IReadOnlyList<VoieSansInternet> SansInternet { get; } = Enum.GetValues<VoieSansInternet>();
}
