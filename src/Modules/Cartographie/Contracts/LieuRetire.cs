using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Cartographie;

/// <summary>A place is no longer given by its source, or a person took it off the map.</summary>
/// <param name="Lieu">Its id.</param>
/// <param name="Le">When.</param>
public sealed record LieuRetire(string Lieu, DateTimeOffset Le) : IEvenement;
