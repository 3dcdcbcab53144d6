using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Cartographie;

/// <summary>The id of a place is no longer public: another place has taken over.</summary>
/// <param name="Ancien">The id that was.</param>
/// <param name="Vers">The id to keep instead.</param>
/// <param name="Le">When.</param>
public sealed record LieuxFusionnes(string Ancien, string Vers, DateTimeOffset Le) : IEvenement;
